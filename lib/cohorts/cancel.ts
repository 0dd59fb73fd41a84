import { tellGuests } from "#lib/attendance/tell-guests.ts";
import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { cohortsOf } from "#lib/auth/policy.ts";
import { dateOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { endAll } from "#lib/enrollment/end-all.ts";
import { lockCohort } from "#lib/seats/lock.ts";

/**
 * Cancels one of the actor's cohorts that is not over: everyone who has a place, or waits for one, is told why,
 * and can go on elsewhere with their place in line. It can't be undone; cancelling twice answers as once.
 */
export async function cancelCohort(
  actor: Staff,
  cohortId: string,
  reason: string,
  at = now(),
): Promise<Outcome<"not_yours" | "over">> {
  return inTransaction(async (tx) => {
    await lockCohort(tx, cohortId);
    const cohort = await tx.cohort.findFirst({
      where: { id: cohortId, ...cohortsOf(actor) },
      select: {
        state: true,
        sessions: { where: { endsAt: { gt: dateOf(at) } }, take: 1, select: { id: true } },
      },
    });
    if (!cohort) return refuse("not_yours");
    if (cohort.state === "cancelled") return done();
    if (cohort.sessions.length === 0) return refuse("over");
    await tx.cohort.update({ where: { id: cohortId }, data: { state: "cancelled", cancelReason: reason } });
    await record(tx, actor, "cohort.cancelled", cohortId);
    await endAll(tx, actor, cohortId, at);
    await tellGuests(tx, { cohortId, endsAt: { gt: dateOf(at) }, cancelledAt: null }, at);
    return done();
  });
}
