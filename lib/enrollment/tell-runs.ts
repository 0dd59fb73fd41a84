import type { Actor } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { mailParty } from "#lib/people/mail-party.ts";

/**
 * Tells everybody who has a place, or waits for one, that the cohort is sure to run, once: in the transaction
 * in which it became sure. Nothing happens before that, or in a cohort that was never in doubt.
 */
export async function tellRuns(tx: Tx, actor: Actor, cohortId: string, at: Temporal.Instant): Promise<void> {
  const cohort = await tx.cohort.findUniqueOrThrow({ where: { id: cohortId }, select: { runsAt: true } });
  if (!cohort.runsAt) return;
  const told = await tx.auditEvent.count({ where: { subjectId: cohortId, action: "cohort.runs" } });
  if (told > 0) return;
  await record(tx, actor, "cohort.runs", cohortId);
  const enrollments = await tx.enrollment.findMany({
    where: { cohortId, state: { in: ["confirmed", "completed", "waitlisted", "held", "applied"] } },
    orderBy: [{ joinedAt: "asc" }, { id: "asc" }],
    select: { id: true, partyId: true },
  });
  for (const { id, partyId } of enrollments) {
    await mailParty(tx, partyId, "cohort-runs", id, at, isTheirs);
  }
}

/** The address of somebody only asked by another serves the invitation alone (design rule 3). */
function isTheirs({ state, position }: { state: string; position: number }): boolean {
  return state === "confirmed" || position === 1;
}
