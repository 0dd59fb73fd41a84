import type { Actor } from "#lib/audit/actor.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { moveOut } from "#lib/people/move-out.ts";
import { divide, type Share } from "#lib/seats/divide.ts";
import type { LockedParty } from "#lib/seats/lock.ts";
import { copyDecisions } from "#lib/waitlist/copy-decisions.ts";

/**
 * Members of a party go on as a party of their own, with their share of everything that it has or waits for;
 * what was decided about each place so far goes along. `lapsed` is the enrolment whose time they let run out.
 * Returns their share of the first one.
 */
export async function part(
  tx: Tx,
  actor: Actor,
  { enrollment, others }: LockedParty,
  leaving: string[],
  at: Temporal.Instant,
  { lapsed = "" } = {},
): Promise<Share & { partyId: string }> {
  const partyId = await moveOut(tx, leaving);
  const shares: Share[] = [];
  for (const each of [enrollment, ...others]) {
    const share = await divide(tx, actor, each, partyId, at, { expired: each.id === lapsed });
    await copyDecisions(tx, each.id, share.enrollmentId);
    shares.push(share);
  }
  return { ...(shares[0] as Share), partyId };
}
