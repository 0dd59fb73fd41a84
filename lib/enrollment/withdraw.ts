import type { Actor } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { now } from "#lib/clock/now.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { mailParty } from "#lib/people/mail-party.ts";
import { forgetInvited, stepOut } from "#lib/people/step-out.ts";
import { isLive, lockParty } from "#lib/seats/lock.ts";
import { release, shrink } from "#lib/seats/release.ts";
import { promote } from "#lib/waitlist/promote.ts";

/**
 * A member gives up their own place, wherever the party has or waits for one: says no to an invitation, or
 * leaves later (to leave one line of several is `leaveLine`). Nobody gives up somebody
 * else's: who has said yes keeps their seat (while seats are only held, they are asked again whether they
 * come without this one). When neither somebody who said yes
 * nor whoever wrote the party down remains, the whole enrolment ends. What comes free is
 * offered to the line at once.
 */
export async function withdraw(
  actor: Extract<Actor, { kind: "member" }>,
  enrollmentId: string,
  at = now(),
): Promise<Outcome<"not_live">> {
  return inTransaction(async (tx) => {
    const locked = await lockParty(tx, enrollmentId);
    const member = await tx.member.findUnique({
      where: { id: actor.memberId },
      select: { partyId: true, state: true },
    });
    if (!locked || member?.partyId !== locked.enrollment.partyId) return refuse("not_live");
    if (member.state === "declined" || member.state === "left") return done();
    const { enrollment, others } = locked;
    if (!isLive(enrollment.state) || enrollment.state === "completed") return refuse("not_live");

    // Before they are gone, because it goes to those who still belong.
    await mailParty(
      tx,
      enrollment.partyId,
      "withdrawn",
      enrollmentId,
      at,
      ({ id, state }) => id === actor.memberId && state === "confirmed",
    );
    const remaining = await stepOut(tx, actor.memberId, at);
    const goesOn = remaining.some(({ state, position }) => state === "confirmed" || position === 1);
    for (const each of [enrollment, ...others]) {
      // What is over stays as it was.
      if (each.state === "completed") continue;
      if (goesOn) {
        await shrink(tx, each);
        await mailParty(tx, each.partyId, "party-changed", each.id, at);
      } else await release(tx, each, "withdrawn", at);
      await record(tx, actor, "enrollment.withdrawn-by-member", each.id, { remaining: remaining.length });
    }
    if (!goesOn) await forgetInvited(tx, enrollment.partyId, at);
    for (const { cohortId } of [enrollment, ...others]) await promote(tx, actor, cohortId, at);
    return done();
  });
}
