import { z } from "zod";

/** What is said of a session, in a program and in the cohorts planned from it. */
export const told = {
  title: z
    .string({ error: "Please give the session a name." })
    .trim()
    .min(1, "Please give the session a name.")
    .max(120, "Please use at most 120 characters."),
  bring: z.string().trim().max(600, "Please use at most 600 characters.").default(""),
  practice: z.string().trim().max(6000, "Please use at most 6,000 characters.").default(""),
};
