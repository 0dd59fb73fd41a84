import type { MemberActor } from "#lib/audit/actor.ts";
import type { Tx } from "#lib/db/transaction.ts";

/** Whether the member who asks is of this party, and has not gone. */
export async function belongs(tx: Tx, actor: MemberActor, partyId: string): Promise<boolean> {
  const theirs = await tx.member.count({
    where: { id: actor.memberId, partyId, state: { in: ["invited", "confirmed"] } },
  });
  return theirs > 0;
}
