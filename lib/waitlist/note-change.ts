import { dateOf } from "#lib/clock/convert.ts";
import type { Tx } from "#lib/db/transaction.ts";

/** Writes down what somebody changed about a place in line, in words for everyone whom it concerns (design rule 5). */
export async function noteChange(
  tx: Tx,
  { id, cohortId }: { id: string; cohortId: string },
  reason: string,
  at: Temporal.Instant,
): Promise<void> {
  await tx.waitlistDecision.create({
    data: { cohortId, enrollmentId: id, kind: "changed", reason, at: dateOf(at) },
  });
}
