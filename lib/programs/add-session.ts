import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { lockOwn } from "./lock-own.ts";
import type { AddProgramSession } from "./schema.ts";

/** As many as can be asked of anybody. */
const most = 60;

/** Adds a session at the end of a program. Cohorts that are planned already keep theirs. */
export async function addProgramSession(
  actor: Staff,
  { programId, ...session }: AddProgramSession,
): Promise<Outcome<"not_yours" | "full">> {
  return inTransaction(async (tx) => {
    if (!(await lockOwn(tx, actor, programId))) return refuse("not_yours");
    const before = await tx.programSession.count({ where: { programId } });
    if (before >= most) return refuse("full");
    await tx.programSession.create({ data: { ...session, programId, position: before + 1 } });
    await record(tx, actor, "program.edited", programId);
    return done();
  });
}
