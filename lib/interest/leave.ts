import type { MemberActor } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { dateOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction, type Tx } from "#lib/db/transaction.ts";
import { mailMembers } from "#lib/people/mail-party.ts";
import { forgetInvited, stepOut } from "#lib/people/step-out.ts";
import { liveStates } from "#lib/seats/lock.ts";
import { belongs } from "./belongs.ts";
import { endInterest } from "./end.ts";
import { lockInterest } from "./lock.ts";

/**
 * A member leaves the interest list. Those who said that they wait, and whoever wrote the party down, stay on
 * it and keep its place; when none of them remains the party has left, and its invitation with it. A party that stands
 * elsewhere too leaves the list together, and nobody of it goes: their seats there are for all of them.
 */
export async function leaveInterest(
  actor: MemberActor,
  interestId: string,
  at = now(),
): Promise<Outcome<"not_on_the_list">> {
  return inTransaction(async (tx) => {
    const interest = await lockInterest(tx, interestId);
    if (interest?.state !== "waiting" || !(await belongs(tx, actor, interest.partyId)))
      return refuse("not_on_the_list");
    // Before they are gone, because it goes to those who still belong.
    await mailMembers(
      tx,
      interest.partyId,
      "interest-left",
      (memberId) => ({ memberId, interestId }),
      at,
      ({ id, state }) => id === actor.memberId && state === "confirmed",
    );
    const stays = await standsElsewhere(tx, interest);
    const remaining = stays ? [] : await stepOut(tx, actor.memberId, at);
    if (!remaining.some(({ state, position }) => state === "confirmed" || position === 1)) {
      if (!stays) await forgetInvited(tx, interest.partyId, at);
      await tx.invitation.updateMany({
        where: { interestId, state: "sent" },
        data: { state: "declined", answeredAt: dateOf(at) },
      });
      await endInterest(tx, interestId, "left", at);
    }
    await record(tx, actor, "interest.left-by-member", interestId, { remaining: remaining.length });
    return done();
  });
}

/** Whether a party has or waits for a place in a group, or is on another list. */
async function standsElsewhere(tx: Tx, { id, partyId }: { id: string; partyId: string }): Promise<boolean> {
  const places = await tx.enrollment.count({ where: { partyId, state: { in: [...liveStates] } } });
  return (
    places > 0 || (await tx.interest.count({ where: { partyId, state: "waiting", id: { not: id } } })) > 0
  );
}
