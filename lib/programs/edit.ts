import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { mayAdminister } from "#lib/auth/policy.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { lockOwn } from "./lock-own.ts";
import type { EditProgram } from "./schema.ts";

/** Changes what a program is called. Whether people can wait for its groups is for admins to say. */
export async function editProgram(
  actor: Staff,
  { programId, title, description, listed }: EditProgram,
): Promise<Outcome<"not_yours">> {
  return inTransaction(async (tx) => {
    if (!(await lockOwn(tx, actor, programId))) return refuse("not_yours");
    await tx.program.update({
      where: { id: programId },
      data: { title, description, ...(mayAdminister(actor) && { listed }) },
    });
    await record(tx, actor, "program.edited", programId);
    return done();
  });
}
