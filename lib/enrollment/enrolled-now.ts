import type { Actor } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { mailParty } from "#lib/people/mail-party.ts";
import type { LockedParty } from "#lib/seats/lock.ts";
import { setPaused } from "#lib/seats/set-paused.ts";
import { noteChange } from "#lib/waitlist/note-change.ts";
import { promote } from "#lib/waitlist/promote.ts";

/**
 * What follows when the last yes came: everyone gets all dates, and where else the party waits it is left
 * out, its place kept, until it has said whether it still waits there.
 */
export async function enrolledNow(
  tx: Tx,
  actor: Actor,
  { enrollment, others }: LockedParty,
  at: Temporal.Instant,
): Promise<void> {
  for (const other of others) {
    if ((other.state !== "waitlisted" && other.state !== "applied") || other.pausedAt) continue;
    await setPaused(tx, other.id, at);
    await noteChange(
      tx,
      other,
      "You are enrolled in another group. Your place in line here is kept, and nobody asks you until you say that you still wait.",
      at,
    );
    await record(tx, actor, "enrollment.paused", other.id);
  }
  await mailParty(tx, enrollment.partyId, "enrolled", enrollment.id, at);
  for (const { state, cohortId } of others)
    if (state === "waitlisted") await promote(tx, actor, cohortId, at);
}
