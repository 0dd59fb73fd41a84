import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { lockOwnSession } from "./lock-own.ts";

/** Takes a session out of a program; those after it move up. Cohorts that are planned already keep theirs. */
export async function removeProgramSession(
  actor: Staff,
  programSessionId: string,
): Promise<Outcome<"not_yours", { programId: string }>> {
  return inTransaction(async (tx) => {
    const found = await lockOwnSession(tx, actor, programSessionId);
    if (!found) return refuse("not_yours");
    const { programId, position } = found;
    await tx.programSession.delete({ where: { id: programSessionId } });
    await tx.programSession.updateMany({
      where: { programId, position: { gt: position } },
      data: { position: { decrement: 1 } },
    });
    await record(tx, actor, "program.edited", programId);
    return done({ programId });
  });
}
