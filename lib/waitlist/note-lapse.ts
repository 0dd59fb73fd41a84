import { dateOf } from "#lib/clock/convert.ts";
import type { Tx } from "#lib/db/transaction.ts";

/** Writes down why held seats went on to others (design rule 5). */
export async function noteLapse(tx: Tx, enrollment: { id: string; cohortId: string }, at: Temporal.Instant) {
  await tx.waitlistDecision.create({
    data: {
      cohortId: enrollment.cohortId,
      enrollmentId: enrollment.id,
      kind: "lapsed",
      reason: "The time for an answer ran out before everyone had said yes, so the seats went on to others.",
      at: dateOf(at),
    },
  });
}
