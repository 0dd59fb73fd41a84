import { z } from "zod";

/** What an admin decides about a party in line: about whom, how it stood when they looked, and why. */
export const decisionSchema = z.object({
  enrollmentId: z.uuid(),
  seen: z.string().max(100),
  reason: z
    .string({ error: "Please write why. The party can read it." })
    .trim()
    .min(3, "Please write why. The party can read it.")
    .max(500, "Please say it in fewer words, at most 500 letters."),
});

export type DecisionInput = z.output<typeof decisionSchema>;

/** The same for what needs no reason, because it undoes. */
export const undoSchema = decisionSchema.pick({ enrollmentId: true, seen: true });

export type UndoInput = z.output<typeof undoSchema>;
