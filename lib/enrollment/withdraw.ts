import type { Actor } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { now } from "#lib/clock/now.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { mailParty } from "#lib/people/mail-party.ts";
import { forgetInvited, stepOut } from "#lib/people/step-out.ts";
import { isLive, lockEnrollment } from "#lib/seats/lock.ts";
import { release, shrink } from "#lib/seats/release.ts";
import { promote } from "#lib/waitlist/promote.ts";

/**
 * A member gives up their own place: says no to an invitation, or leaves later. Nobody gives up somebody
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
    const enrollment = await lockEnrollment(tx, enrollmentId);
    const member = await tx.member.findUnique({
      where: { id: actor.memberId },
      select: { partyId: true, state: true },
    });
    if (!enrollment || member?.partyId !== enrollment.partyId) return refuse("not_live");
    if (member.state === "declined" || member.state === "left") return done();
    if (!isLive(enrollment.state)) return refuse("not_live");

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
    if (goesOn) {
      await shrink(tx, enrollment, actor.memberId);
      await mailParty(tx, enrollment.partyId, "party-changed", enrollmentId, at);
    } else {
      await release(tx, enrollment, "withdrawn", at);
      await forgetInvited(tx, enrollment.partyId, at);
    }
    await record(tx, actor, "enrollment.withdrawn-by-member", enrollmentId, { remaining: remaining.length });
    await promote(tx, actor, enrollment.cohortId, at);
    return done();
  });
}
