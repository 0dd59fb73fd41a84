import { dateOf } from "#lib/clock/convert.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { forgetAddress } from "#lib/mail/forget-address.ts";

/**
 * A member goes: one who never said yes has declined, and is forgotten at once, because their name and
 * address served the invitation alone (design rule 3); one who had is kept as having left.
 * Returns those of the party who remain.
 */
export async function stepOut(tx: Tx, memberId: string, at: Temporal.Instant) {
  const member = await tx.member.findUniqueOrThrow({
    where: { id: memberId },
    select: { partyId: true, personId: true, state: true },
  });
  const neverSaidYes = member.state === "invited";
  await tx.member.update({
    where: { id: memberId },
    data: { state: neverSaidYes ? "declined" : "left", answeredAt: dateOf(at) },
  });
  if (neverSaidYes) await forget(tx, { id: memberId, personId: member.personId }, at);
  return tx.member.findMany({
    where: { partyId: member.partyId, state: { in: ["invited", "confirmed"] } },
    select: { id: true, state: true, position: true },
  });
}

/**
 * Erases those of a party who were asked by another and never said yes, when the invitation has lapsed
 * (design rule 3). Whoever wrote the party down did so for themselves, and is kept.
 */
export async function forgetInvited(tx: Tx, partyId: string, at: Temporal.Instant): Promise<void> {
  const invited = await tx.member.updateManyAndReturn({
    where: { partyId, state: "invited", position: { gt: 1 } },
    data: { state: "declined", answeredAt: dateOf(at) },
    select: { id: true, personId: true },
  });
  for (const member of invited) await forget(tx, member, at);
}

async function forget(tx: Tx, { id, personId }: { id: string; personId: string }, at: Temporal.Instant) {
  await forgetAddress(tx, id);
  await tx.person.update({ where: { id: personId }, data: { name: "", email: null, erasedAt: dateOf(at) } });
}
