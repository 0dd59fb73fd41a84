import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { cohortsOf } from "#lib/auth/policy.ts";
import { inTransaction } from "#lib/db/transaction.ts";

/** Opens a cohort of the actor's for enrolment, or opens it again after closing. Opening an open one changes nothing. */
export async function openCohort(actor: Staff, cohortId: string): Promise<void> {
  await changeState(actor, cohortId, "open", ["draft", "closed"]);
}

/** Takes a cohort of the actor's off the public list; those enrolled or in line stay. */
export async function closeCohort(actor: Staff, cohortId: string): Promise<void> {
  await changeState(actor, cohortId, "closed", ["open"]);
}

async function changeState(
  actor: Staff,
  cohortId: string,
  to: "open" | "closed",
  from: ("draft" | "open" | "closed")[],
) {
  await inTransaction(async (tx) => {
    const { count } = await tx.cohort.updateMany({
      where: { id: cohortId, state: { in: from }, ...cohortsOf(actor) },
      data: { state: to },
    });
    if (count > 0) await record(tx, actor, `cohort.${to}`, cohortId);
  });
}
