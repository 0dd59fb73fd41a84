import type { MemberActor, Staff } from "#lib/audit/actor.ts";
import { mayAdminister } from "#lib/auth/policy.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { type LockedParty, lockParty } from "#lib/seats/lock.ts";

/** A member by their own link, or an admin whom they asked. */
export type ForParty = MemberActor | Staff;

/** What somebody may change about a party's places, locked; null when it isn't theirs to change. */
export async function lockOwn(tx: Tx, actor: ForParty, enrollmentId: string): Promise<LockedParty | null> {
  const locked = await lockParty(tx, enrollmentId);
  if (!locked) return null;
  if (actor.kind === "staff") return mayAdminister(actor) ? locked : null;
  const belongs = await tx.member.count({
    where: {
      id: actor.memberId,
      partyId: locked.enrollment.partyId,
      state: { in: ["invited", "confirmed"] },
    },
  });
  return belongs > 0 ? locked : null;
}
