import { dateOf } from "#lib/clock/convert.ts";
import type { Tx } from "#lib/db/transaction.ts";

/** Holds seats for longer; a hold is extended once. */
export async function extendHold(
  tx: Tx,
  enrollmentId: string,
  until: Temporal.Instant,
  at: Temporal.Instant,
) {
  await tx.enrollment.update({
    where: { id: enrollmentId, state: "held", extendedAt: null },
    data: { holdExpiresAt: dateOf(until), extendedAt: dateOf(at) },
  });
}

/** Notes that those who have not answered were reminded of the present hold. */
export async function noteReminded(tx: Tx, enrollmentId: string, at: Temporal.Instant) {
  await tx.enrollment.update({
    where: { id: enrollmentId, state: "held" },
    data: { remindedAt: dateOf(at) },
  });
}
