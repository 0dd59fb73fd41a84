import { queueJob } from "#lib/db/queue-job.ts";
import type { Tx } from "#lib/db/transaction.ts";

/**
 * A message that could not be read is to be read once more, and leaves the thread that it stood in by itself. False
 * when somebody else has done it.
 */
export async function takeUpAgain(
  tx: Tx,
  { messageId, threadId }: { messageId: string; threadId: string | null },
): Promise<boolean> {
  const { count } = await tx.message.updateMany({
    where: { id: messageId, state: "unreadable" },
    data: { state: "received", error: null, threadId: null },
  });
  if (count === 0) return false;
  await queueJob(tx, "read-message", { id: messageId }, { key: `read-message:${messageId}` });
  if (threadId)
    await tx.thread.deleteMany({
      where: {
        id: threadId,
        assigneeId: null,
        messages: { none: {} },
        notes: { none: {} },
        parties: { none: {} },
        merged: { none: {} },
        inquiry: null,
      },
    });
  return true;
}
