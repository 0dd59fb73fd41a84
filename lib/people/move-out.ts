import type { Tx } from "#lib/db/transaction.ts";

/**
 * Members go from their party into one of their own, with everything that is theirs: it hangs on the person.
 * Their links stay the same, and from now on show the new party alone. Returns its id.
 */
export async function moveOut(tx: Tx, memberIds: string[]): Promise<string> {
  const { id } = await tx.party.create({ data: {}, select: { id: true } });
  const members = await tx.member.findMany({
    where: { id: { in: memberIds } },
    orderBy: { position: "asc" },
    select: { id: true },
  });
  for (const [index, member] of members.entries()) {
    await tx.member.update({ where: { id: member.id }, data: { partyId: id, position: index + 1 } });
  }
  return id;
}
