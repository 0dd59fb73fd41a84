import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import type { ProgramInput } from "./schema.ts";

/** Starts a program of the actor's own, without sessions yet. Returns its id. */
export async function createProgram(actor: Staff, input: ProgramInput): Promise<string> {
  return inTransaction(async (tx) => {
    const { id } = await tx.program.create({
      data: { title: input.title, description: input.description, listed: false, byUserId: actor.userId },
      select: { id: true },
    });
    await record(tx, actor, "program.created", id);
    return id;
  });
}
