import type { Tx } from "#lib/db/transaction.ts";

export type NewPartner = { name: string; email: string | null };

/** Writes somebody down as one more of a party, only invited so far. Returns the member's id. */
export async function addMember(tx: Tx, partyId: string, { name, email }: NewPartner): Promise<string> {
  const last = await tx.member.aggregate({ where: { partyId }, _max: { position: true } });
  const { id } = await tx.member.create({
    data: {
      party: { connect: { id: partyId } },
      person: { create: { name, email } },
      position: (last._max.position ?? 0) + 1,
    },
    select: { id: true },
  });
  return id;
}

/** Writes somebody down as a party of their own. Returns its id. */
export async function addPartyOfOne(tx: Tx, partner: NewPartner): Promise<string> {
  const { id } = await tx.party.create({ data: {}, select: { id: true } });
  await addMember(tx, id, partner);
  return id;
}
