import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { cohortsOf } from "#lib/auth/policy.ts";
import { dateOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction, type Tx } from "#lib/db/transaction.ts";
import { tellRuns } from "#lib/enrollment/tell-runs.ts";
import { lockCohort } from "#lib/seats/lock.ts";
import { promote } from "#lib/waitlist/promote.ts";
import { placesGiven } from "./places-given.ts";
import type { EditInput } from "./schema.ts";

type Refused = { ok: false; reason: "seats_taken"; taken: number };

/**
 * Changes what can be changed of one of the actor's cohorts; its dates are not. Never fewer chairs than are
 * taken. When the fewest people it needs are there by it, it is sure to run and everybody is told; new chairs
 * are offered to the line at once.
 */
export async function editCohort(
  actor: Staff,
  input: EditInput,
  at = now(),
): Promise<Outcome<"not_yours" | "cancelled"> | Refused> {
  const { cohortId } = input;
  return inTransaction(async (tx) => {
    await lockCohort(tx, cohortId);
    const cohort = await tx.cohort.findFirst({
      where: { id: cohortId, ...cohortsOf(actor) },
      select: { state: true, seatsTaken: true, timeZone: true, smallest: true, runsAt: true },
    });
    if (!cohort) return refuse("not_yours");
    if (cohort.state === "cancelled") return refuse("cancelled");
    if (input.capacity < cohort.seatsTaken) return { ...refuse("seats_taken"), taken: cohort.seatsTaken };
    const inDoubt = cohort.smallest > 1 && !cohort.runsAt;
    const becomesSure = inDoubt && input.smallest <= Math.max(1, await sureSeats(tx, cohortId));
    await tx.cohort.update({
      where: { id: cohortId },
      data: {
        title: input.title,
        description: input.description,
        place: input.place,
        joinUrl: input.joinUrl ?? null,
        feeCents: input.fee === undefined ? null : Math.round(input.fee * 100),
        feeNote: input.feeNote,
        audience: input.audience,
        capacity: input.capacity,
        largestParty: Math.min(input.largestParty, input.capacity),
        completeFrom: input.completeFrom,
        ...placesGiven(input, cohort.timeZone),
        ...(becomesSure && { runsAt: dateOf(at) }),
      },
    });
    await record(tx, actor, "cohort.edited", cohortId);
    if (becomesSure) await tellRuns(tx, actor, cohortId, at);
    await promote(tx, actor, cohortId, at);
    return done();
  });
}

async function sureSeats(tx: Tx, cohortId: string): Promise<number> {
  const { _sum } = await tx.enrollment.aggregate({
    where: { cohortId, state: { in: ["confirmed", "completed"] } },
    _sum: { seats: true },
  });
  return _sum.seats ?? 0;
}
