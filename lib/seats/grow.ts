import type { Tx } from "#lib/db/transaction.ts";
import type { LockedEnrollment } from "./lock.ts";
import { sizeOf } from "./release.ts";

/**
 * Makes room for whoever has just come to a party. What is held needs a fresh yes of everyone: they said yes
 * to coming as they were. The database refuses a seat that is not there.
 */
export async function grow(tx: Tx, enrollment: LockedEnrollment): Promise<void> {
  await tx.acceptance.deleteMany({ where: { enrollmentId: enrollment.id } });
  const { seats, fewest } = await sizeOf(tx, enrollment.partyId);
  await tx.enrollment.update({ where: { id: enrollment.id }, data: { seats, fewest } });
}
