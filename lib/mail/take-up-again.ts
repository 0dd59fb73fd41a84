import type { Tx } from "#lib/db/transaction.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import { readingJob } from "./reading-job.ts";

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
    data: { state: "received", attempts: 0, error: null, threadId: null },
  });
  if (count === 0) return false;
  await tx.$queryRaw(Prisma.sql`SELECT ${readingJob}`);
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
