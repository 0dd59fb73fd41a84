import type { Actor } from "#lib/audit/actor.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { mailParty } from "#lib/people/mail-party.ts";
import type { LockedParty } from "#lib/seats/lock.ts";
import { noteChange } from "#lib/waitlist/note-change.ts";
import { part } from "./part.ts";

/**
 * The seats are held for those of a party who come anyway: the rest goes on as a party of its own, which
 * waits where the whole one did. Returns their party, or null when there is nobody else.
 */
export async function letRestWait(
  tx: Tx,
  actor: Actor,
  locked: LockedParty,
  at: Temporal.Instant,
): Promise<string | null> {
  const rest = await tx.member.findMany({
    where: {
      partyId: locked.enrollment.partyId,
      state: { in: ["invited", "confirmed"] },
      comesAnyway: false,
    },
    select: { id: true },
  });
  if (rest.length === 0) return null;
  const { enrollmentId, partyId } = await part(
    tx,
    actor,
    locked,
    rest.map(({ id }) => id),
    at,
  );
  await noteChange(
    tx,
    { id: enrollmentId, cohortId: locked.enrollment.cohortId },
    "There was room for some of your party, who come as you had agreed. You wait on, where you were in line.",
    at,
  );
  await mailParty(tx, partyId, "party-split", enrollmentId, at);
  return partyId;
}
