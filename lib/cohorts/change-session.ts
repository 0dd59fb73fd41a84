import type { Staff } from "#lib/audit/actor.ts";
import { cohortsOf } from "#lib/auth/policy.ts";
import { instantOf } from "#lib/clock/convert.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { lockCohort } from "#lib/seats/lock.ts";

export type ChangeRefusal = "not_yours" | "cancelled" | "over";

/** A session of one of the actor's cohorts that can still be changed, with its cohort locked. */
export async function changeable(tx: Tx, actor: Staff, sessionId: string, at: Temporal.Instant) {
  const where = { id: sessionId, cohort: cohortsOf(actor) };
  const found = await tx.session.findFirst({ where, select: { cohortId: true } });
  if (!found) return refuse("not_yours");
  await lockCohort(tx, found.cohortId);
  const session = await tx.session.findUniqueOrThrow({
    where: { id: sessionId },
    include: { cohort: { select: { timeZone: true, state: true } } },
  });
  if (session.cancelledAt || session.cohort.state === "cancelled") return refuse("cancelled");
  if (Temporal.Instant.compare(instantOf(session.endsAt), at) <= 0) return refuse("over");
  return done(session) satisfies Outcome<ChangeRefusal, typeof session>;
}
