import { dateOf } from "#lib/clock/convert.ts";
import type { Tx } from "#lib/db/transaction.ts";

/** Notes a member's own yes to held seats. */
export async function accept(
  tx: Tx,
  enrollmentId: string,
  memberId: string,
  at: Temporal.Instant,
): Promise<void> {
  await tx.acceptance.createMany({
    data: [{ enrollmentId, memberId, at: dateOf(at) }],
    skipDuplicates: true,
  });
}

/** Whether everyone for whom seats are held has said yes to them. */
export async function allAccepted(tx: Tx, { id, seats }: { id: string; seats: number }): Promise<boolean> {
  return (await tx.acceptance.count({ where: { enrollmentId: id } })) >= seats;
}

/** Held seats become the party's own. The database refuses it while a yes is missing. */
export async function seat(tx: Tx, enrollmentId: string, at: Temporal.Instant): Promise<void> {
  await tx.enrollment.update({
    where: { id: enrollmentId, state: "held" },
    data: { state: "confirmed", confirmedAt: dateOf(at), holdExpiresAt: null },
  });
}
