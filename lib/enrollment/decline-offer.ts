import type { Actor } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { now } from "#lib/clock/now.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { lockEnrollment } from "#lib/seats/lock.ts";
import { backToLine } from "#lib/seats/release.ts";
import { promote } from "#lib/waitlist/promote.ts";

/** How long a party that said "not this time" is left in peace. */
const rest = Temporal.Duration.from({ hours: 24 });

/**
 * A member says "not this time" to a place offered from the waitlist: the whole party keeps its place in
 * line, and the seats go to the next (to leave the list is `withdraw`). All or nothing, rule 2.
 */
export async function declineOffer(
  actor: Extract<Actor, { kind: "member" }>,
  enrollmentId: string,
  at = now(),
): Promise<Outcome<"not_offered">> {
  return inTransaction(async (tx) => {
    const enrollment = await lockEnrollment(tx, enrollmentId);
    const member = await tx.member.findUnique({
      where: { id: actor.memberId },
      select: { partyId: true, state: true },
    });
    const belongs =
      member?.partyId === enrollment?.partyId &&
      (member?.state === "invited" || member?.state === "confirmed");
    if (!enrollment || !belongs) return refuse("not_offered");
    if (enrollment.state === "waitlisted") return done();
    if (enrollment.state !== "held" || !enrollment.offeredAt) return refuse("not_offered");
    await backToLine(tx, enrollment, at.add(rest));
    await record(tx, actor, "enrollment.offer-declined", enrollmentId);
    await promote(tx, actor, enrollment.cohortId, at);
    return done();
  });
}
