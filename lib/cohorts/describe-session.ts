import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { cohortsOf } from "#lib/auth/policy.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import type { DescribeSession } from "./session-schema.ts";

/** Says what a session of one of the actor's cohorts is called, what to bring to it, and what to practice after it. */
export async function describeSession(
  actor: Staff,
  { sessionId, ...told }: DescribeSession,
): Promise<Outcome<"not_yours">> {
  return inTransaction(async (tx) => {
    const { count } = await tx.session.updateMany({
      where: { id: sessionId, cohort: cohortsOf(actor) },
      data: told,
    });
    if (count === 0) return refuse("not_yours");
    await record(tx, actor, "session.described", sessionId);
    return done();
  });
}
