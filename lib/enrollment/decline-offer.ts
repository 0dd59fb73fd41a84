import type { MemberActor } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { now } from "#lib/clock/now.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { mailParty } from "#lib/people/mail-party.ts";
import { forgetInvited } from "#lib/people/step-out.ts";
import { backToLine, release } from "#lib/seats/release.ts";
import { noteChange } from "#lib/waitlist/note-change.ts";
import { promote } from "#lib/waitlist/promote.ts";
import { lockOwn } from "./lock-own.ts";

/** How long a party that said "not this time" is left in peace. */
const rest = Temporal.Duration.from({ hours: 24 });

/**
 * A member says "not this time" to a place offered from the waitlist: the whole party keeps its place in
 * line, and the seats go to the next (to leave the list is `withdraw`). All or nothing, rule 2. In a cohort
 * where declining leaves the line, the party does; not when only some of it were asked.
 */
export async function declineOffer(
  actor: MemberActor,
  enrollmentId: string,
  at = now(),
): Promise<Outcome<"not_offered">> {
  return inTransaction(async (tx) => {
    const locked = await lockOwn(tx, actor, enrollmentId);
    if (!locked) return refuse("not_offered");
    const { enrollment, others } = locked;
    if (enrollment.state === "waitlisted") return done();
    if (enrollment.state !== "held" || !enrollment.offeredAt) return refuse("not_offered");
    if (enrollment.forFewer) {
      const asked = await tx.member.count({ where: { id: actor.memberId, comesAnyway: true } });
      if (asked === 0) return refuse("not_offered");
    }
    const { declineKeeps } = await tx.cohort.findUniqueOrThrow({
      where: { id: enrollment.cohortId },
      select: { declineKeeps: true },
    });
    if (declineKeeps || enrollment.forFewer) {
      await backToLine(tx, enrollment, at.add(rest));
    } else {
      await release(tx, enrollment, "withdrawn", at);
      await noteChange(
        tx,
        enrollment,
        "Somebody of your party said “not this time”. In this group that means leaving the line.",
        at,
      );
      await mailParty(tx, enrollment.partyId, "withdrawn", enrollmentId, at);
      if (others.length === 0) await forgetInvited(tx, enrollment.partyId, at);
    }
    await record(tx, actor, "enrollment.offer-declined", enrollmentId);
    await promote(tx, actor, enrollment.cohortId, at);
    return done();
  });
}
