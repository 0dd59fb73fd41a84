import type { Participant, Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { inTransaction } from "#lib/db/transaction.ts";

/** Signs somebody out everywhere. */
export async function endSignIns(actor: Staff | Participant, userId: string): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.signIn.deleteMany({ where: { userId } });
    await record(tx, actor, "sign-ins.ended", userId);
  });
}
