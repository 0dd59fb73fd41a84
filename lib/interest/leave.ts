import type { MemberActor } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { dateOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { mailMembers } from "#lib/people/mail-party.ts";
import { forgetInvited, stepOut } from "#lib/people/step-out.ts";
import { belongs } from "./belongs.ts";
import { endInterest } from "./end.ts";
import { lockInterest } from "./lock.ts";

/**
 * A member leaves the interest list. Those who said that they wait, and whoever wrote the party down, stay on
 * it and keep its place; when none of them remains the party has left, and its invitation with it.
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
    const remaining = await stepOut(tx, actor.memberId, at);
    if (!remaining.some(({ state, position }) => state === "confirmed" || position === 1)) {
      await forgetInvited(tx, interest.partyId, at);
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
