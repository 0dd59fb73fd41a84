import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { lockOwnSession } from "./lock-own.ts";
import type { EditProgramSession } from "./schema.ts";

/** Changes a session of a program. Cohorts that are planned already keep theirs as it was. */
export async function editProgramSession(
  actor: Staff,
  { programSessionId, ...session }: EditProgramSession,
): Promise<Outcome<"not_yours", { programId: string }>> {
  return inTransaction(async (tx) => {
    const found = await lockOwnSession(tx, actor, programSessionId);
    if (!found) return refuse("not_yours");
    await tx.programSession.update({ where: { id: programSessionId }, data: session });
    await record(tx, actor, "program.edited", found.programId);
    return done({ programId: found.programId });
  });
}
