import { dateOf } from "#lib/clock/convert.ts";
import type { Tx } from "#lib/db/transaction.ts";

/** Leaves a party in line out for a while from `since` on, or no longer; its place stays the same. */
export async function setPaused(tx: Tx, enrollmentId: string, since: Temporal.Instant | null): Promise<void> {
  await tx.enrollment.update({
    where: { id: enrollmentId, state: { in: ["applied", "waitlisted"] } },
    data: { pausedAt: since && dateOf(since), ...(since ? {} : { restsUntil: null }) },
  });
}
