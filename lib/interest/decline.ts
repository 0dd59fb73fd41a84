import type { MemberActor } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { dateOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { belongs } from "./belongs.ts";
import { lockInvitation } from "./lock.ts";

/** A member says "not this time" to an invitation for their party, which stays on the list where it was. */
export async function declineInvitation(
  actor: MemberActor,
  invitationId: string,
  at = now(),
): Promise<Outcome<"invitation_over">> {
  return inTransaction(async (tx) => {
    const invitation = await lockInvitation(tx, invitationId);
    if (!invitation || !(await belongs(tx, actor, invitation.interest.partyId)))
      return refuse("invitation_over");
    if (invitation.state === "declined") return done();
    if (invitation.state !== "sent") return refuse("invitation_over");
    await tx.invitation.update({
      where: { id: invitationId },
      data: { state: "declined", answeredAt: dateOf(at) },
    });
    await record(tx, actor, "invitation.declined", invitationId);
    return done();
  });
}
