import { dateOf } from "#lib/clock/convert.ts";
import type { Tx } from "#lib/db/transaction.ts";

/** Writes down, for staff and for the party, that somebody changed its place, and why (design rule 5). */
export async function noteMove(
  tx: Tx,
  enrollment: { id: string; cohortId: string },
  reason: string,
  at: Temporal.Instant,
) {
  await tx.waitlistDecision.create({
    data: {
      cohortId: enrollment.cohortId,
      enrollmentId: enrollment.id,
      kind: "changed",
      reason,
      at: dateOf(at),
    },
  });
}
