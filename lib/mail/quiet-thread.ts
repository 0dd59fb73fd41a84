import type { Tx } from "#lib/db/transaction.ts";

/** From now on we answer a thread by ourselves no longer; `why` is for staff to read. */
export async function quietThread(tx: Tx, threadId: string, why: string): Promise<void> {
  await tx.thread.update({ where: { id: threadId }, data: { quiet: why } });
}
