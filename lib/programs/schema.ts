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

const long = "Please write a number of minutes from 15 to 720.";

const session = {
  kind: z.enum(["orientation", "weekly", "retreat"], "Please choose what it is."),
  ...told,
  minutes: z.coerce.number(long).int(long).min(15, long).max(720, long),
};

export const programSchema = z.object({
  title: z
    .string({ error: "Please give the program a name." })
    .trim()
    .min(1, "Please give the program a name.")
    .max(120, "Please use at most 120 characters."),
  description: z.string().trim().max(2000, "Please use at most 2,000 characters.").default(""),
});

export const programIdSchema = z.object({ programId: z.uuid() });

export const editProgramSchema = programSchema.extend({
  programId: z.uuid(),
  /** A box that is ticked. */
  listed: z
    .literal("yes")
    .optional()
    .transform((ticked) => ticked === "yes"),
});

export const addProgramSessionSchema = z.object({ programId: z.uuid(), ...session });

export const editProgramSessionSchema = z.object({ programSessionId: z.uuid(), ...session });

export const programSessionIdSchema = z.object({ programSessionId: z.uuid() });

export const moveProgramSessionSchema = programSessionIdSchema.extend({ to: z.enum(["up", "down"]) });

export type ProgramInput = z.output<typeof programSchema>;
export type EditProgram = z.output<typeof editProgramSchema>;
export type AddProgramSession = z.output<typeof addProgramSessionSchema>;
export type EditProgramSession = z.output<typeof editProgramSessionSchema>;
export type MoveProgramSession = z.output<typeof moveProgramSessionSchema>;
