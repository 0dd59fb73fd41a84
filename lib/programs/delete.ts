import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { lockOwn } from "./lock-own.ts";

/** Deletes a program from which no cohort was ever planned, and for which nobody ever waited. */
export async function deleteProgram(
  actor: Staff,
  programId: string,
): Promise<Outcome<"not_yours" | "in_use">> {
  return inTransaction(async (tx) => {
    if (!(await lockOwn(tx, actor, programId))) return refuse("not_yours");
    const { count } = await tx.program.deleteMany({
      where: { id: programId, cohorts: { none: {} }, interests: { none: {} } },
    });
    if (count === 0) return refuse("in_use");
    await record(tx, actor, "program.deleted", programId);
    return done();
  });
}
