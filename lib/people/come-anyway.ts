import type { Tx } from "#lib/db/transaction.ts";

/** Notes who of a party comes also when there is no room for all of it. */
export async function setComesAnyway(tx: Tx, partyId: string, memberIds: string[]): Promise<void> {
  await tx.member.updateMany({ where: { partyId }, data: { comesAnyway: false } });
  await tx.member.updateMany({ where: { partyId, id: { in: memberIds } }, data: { comesAnyway: true } });
}
