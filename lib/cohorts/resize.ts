import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { cohortsOf } from "#lib/auth/policy.ts";
import { now } from "#lib/clock/now.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { lockCohort } from "#lib/seats/lock.ts";
import { promote } from "#lib/waitlist/promote.ts";

/** Adds or removes chairs, never below the seats taken; new ones are offered to the line at once. */
export async function resizeCohort(
  actor: Staff,
  cohortId: string,
  capacity: number,
  at = now(),
): Promise<Outcome<"not_yours"> | { ok: false; reason: "seats_taken"; taken: number }> {
  return inTransaction(async (tx) => {
    await lockCohort(tx, cohortId);
    const cohort = await tx.cohort.findFirst({
      where: { id: cohortId, ...cohortsOf(actor) },
      select: { seatsTaken: true, largestParty: true },
    });
    if (!cohort) return refuse("not_yours");
    if (capacity < cohort.seatsTaken) return { ...refuse("seats_taken"), taken: cohort.seatsTaken };
    await tx.cohort.update({
      where: { id: cohortId },
      data: { capacity, largestParty: Math.min(cohort.largestParty, capacity) },
    });
    await record(tx, actor, "cohort.resized", cohortId, { capacity });
    await promote(tx, actor, cohortId, at);
    return done();
  });
}
