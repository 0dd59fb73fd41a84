import type { Staff } from "#lib/audit/actor.ts";
import { cohortsOf } from "#lib/auth/policy.ts";
import { dateOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { tellRuns } from "#lib/enrollment/tell-runs.ts";
import { lockCohort } from "#lib/seats/lock.ts";

/** Says that one of the actor's cohorts runs, though its smallest number is not reached; everybody is told, once. */
export async function confirmCohort(actor: Staff, cohortId: string, at = now()): Promise<void> {
  await inTransaction(async (tx) => {
    await lockCohort(tx, cohortId);
    const { count } = await tx.cohort.updateMany({
      where: {
        id: cohortId,
        runsAt: null,
        smallest: { gt: 1 },
        state: { not: "cancelled" },
        ...cohortsOf(actor),
      },
      data: { runsAt: dateOf(at) },
    });
    if (count > 0) await tellRuns(tx, actor, cohortId, at);
  });
}
