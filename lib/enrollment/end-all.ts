import type { Actor } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { mailParty } from "#lib/people/mail-party.ts";
import { lockEnrollment } from "#lib/seats/lock.ts";
import { release } from "#lib/seats/release.ts";

/**
 * Ends every live enrolment of a cohort that does not take place, and tells each member. Whoever was asked by
 * another stays known, because the party can go on together elsewhere.
 */
export async function endAll(tx: Tx, actor: Actor, cohortId: string, at: Temporal.Instant): Promise<void> {
  const live = await tx.enrollment.findMany({
    where: { cohortId, state: { in: ["applied", "held", "waitlisted", "confirmed"] } },
    orderBy: [{ joinedAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  for (const { id } of live) {
    const enrollment = await lockEnrollment(tx, id);
    if (!enrollment) continue;
    await release(tx, enrollment, "cancelled", at);
    await mailParty(tx, enrollment.partyId, "cohort-cancelled", id, at);
    await record(tx, actor, "enrollment.cancelled", id);
  }
}
