import { dateOf } from "#lib/clock/convert.ts";
import type { Tx } from "#lib/db/transaction.ts";

/** What is kept when a hold ends: for nobody a place, or the place in line. */
const reasons = {
  ended: "The time for an answer ran out before everyone had said yes, so the seats went on to others.",
  answered:
    "The time for an answer ran out before everyone had said yes, so the seats went on to others. Whoever had said yes keeps the place in line.",
  fewer:
    "The time for an answer ran out, so the places for some of you went on to others. You keep your place in line, and are asked when there is room for all of you.",
};

/** Writes down why held seats went on to others (design rule 5). */
export async function noteLapse(
  tx: Tx,
  enrollment: { id: string; cohortId: string },
  at: Temporal.Instant,
  kept: keyof typeof reasons = "ended",
) {
  await tx.waitlistDecision.create({
    data: {
      cohortId: enrollment.cohortId,
      enrollmentId: enrollment.id,
      kind: "lapsed",
      reason: reasons[kept],
      at: dateOf(at),
    },
  });
}
