import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import type { ThreadState } from "../../prisma/generated/enums.ts";

/** Says where a thread stands. @throws when there is no such thread. */
export async function setThreadState(
  actor: Staff,
  { threadId, state }: { threadId: string; state: ThreadState },
): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.thread.update({ where: { id: threadId }, data: { state, snoozedUntil: null } });
    await record(tx, actor, "thread.state", threadId, { state });
  });
}
