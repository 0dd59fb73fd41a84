import { dateOf } from "#lib/clock/convert.ts";
import type { Tx } from "#lib/db/transaction.ts";
import type { LockedEnrollment } from "./lock.ts";

/**
 * Notes a member's own yes to held seats. When it was the last one missing, the enrolment is confirmed.
 * Returns whether it is.
 */
export async function accept(
  tx: Tx,
  enrollment: LockedEnrollment,
  memberId: string,
  at: Temporal.Instant,
): Promise<boolean> {
  await tx.acceptance.createMany({
    data: [{ enrollmentId: enrollment.id, memberId, at: dateOf(at) }],
    skipDuplicates: true,
  });
  const accepted = await tx.acceptance.count({ where: { enrollmentId: enrollment.id } });
  if (accepted < enrollment.seats) return false;
  await tx.enrollment.update({
    where: { id: enrollment.id, state: "held" },
    data: { state: "confirmed", confirmedAt: dateOf(at), holdExpiresAt: null },
  });
  return true;
}
