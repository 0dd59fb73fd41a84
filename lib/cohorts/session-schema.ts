import { z } from "zod";
import { told } from "#lib/programs/schema.ts";

const when = "Please write a day and a time such as 2027-01-19, 18:30.";
const long = "Please write a number of minutes from 15 to 720.";

export const moveSessionSchema = z.object({
  sessionId: z.uuid(),
  /** On the wall of the cohort's zone. */
  startsLocal: z
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
  minutes: z.coerce.number(long).int(long).min(15, long).max(720, long),
});

export const cancelSessionSchema = z.object({
  sessionId: z.uuid(),
  reason: z
    .string({ error: "Please write a sentence that everyone will read." })
    .trim()
    .min(3, "Please write a sentence that everyone will read.")
    .max(500, "Please use at most 500 characters."),
});

export const describeSessionSchema = z.object({ sessionId: z.uuid(), ...told });

export type DescribeSession = z.output<typeof describeSessionSchema>;
export type MoveSession = z.output<typeof moveSessionSchema>;
