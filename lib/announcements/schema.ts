import { z } from "zod";
import { AnnouncementTo } from "../../prisma/generated/enums.ts";

const when = "Please write a day and a time such as 2027-01-19, 18:30.";

export const writeSchema = z
  .object({
    cohortId: z.uuid(),
    /** None for a new one. */
    announcementId: z.uuid().optional(),
    formToken: z.uuid(),
    to: z.enum(AnnouncementTo, "Please choose who it is for."),
    sessionId: z.uuid().optional(),
    personId: z.uuid().optional(),
    subject: z
      .string({ error: "Please write a subject." })
      .trim()
      .min(1, "Please write a subject.")
      .max(120, "Please use at most 120 characters.")
      // A subject is one line.
      .transform((text) => text.replaceAll(/\s+/g, " ")),
    text: z
      .string({ error: "Please write a few words." })
      .trim()
      .min(1, "Please write a few words.")
      .max(20_000, "Please use at most 20,000 characters."),
  })
  .superRefine(({ to, sessionId, personId }, context) => {
    if (to === "missed" && !sessionId)
      context.addIssue({ code: "custom", path: ["sessionId"], message: "Please choose a session." });
    if (to === "person" && !personId)
      context.addIssue({ code: "custom", path: ["personId"], message: "Please choose a person." });
  });

export type Written = z.output<typeof writeSchema>;

export const announcementSchema = z.object({ announcementId: z.uuid() });

export const discardSchema = announcementSchema.extend({ cohortId: z.uuid() });

export const scheduleSchema = announcementSchema.extend({
  /** On the wall of the cohort's zone. */
  sendLocal: z
    .string({ error: when })
    .trim()
    .transform((text, context) => {
      try {
        return Temporal.PlainDateTime.from(text);
      } catch {
        context.addIssue({ code: "custom", message: when });
        return z.NEVER;
      }
    }),
});
