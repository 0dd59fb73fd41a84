import type { Tx } from "#lib/db/transaction.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import type { ThreadState } from "../../prisma/generated/enums.ts";

export type LockedThread = { id: string; subject: string; state: ThreadState; snoozedUntil: Date | null };

/** Locks a thread until the end of the transaction. Null when there is none, or when its messages are in another one now. */
export async function lockThread(tx: Tx, threadId: string): Promise<LockedThread | null> {
  const [thread] = await tx.$queryRaw<LockedThread[]>(Prisma.sql`
    SELECT "id", "subject", "state", "snoozedUntil" FROM "Thread"
    WHERE "id" = ${threadId}::uuid AND "mergedIntoId" IS NULL FOR UPDATE`);
  return thread ?? null;
}

export type ThreadChange = {
  state?: ThreadState;
  assigneeId?: string | null;
  snoozedUntil?: Date | null;
  mergedIntoId?: string | null;
  lastMessageAt?: Date;
};

/** Changes what a thread says of itself. */
export async function changeThread(tx: Tx, threadId: string, change: ThreadChange): Promise<void> {
  await tx.thread.update({ where: { id: threadId }, data: change });
}
