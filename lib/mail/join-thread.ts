import { dateOf } from "#lib/clock/convert.ts";
import type { Tx } from "#lib/db/transaction.ts";
import type { ThreadState } from "../../prisma/generated/enums.ts";

type Joining = { messageId: string; threadId: string; state?: ThreadState };

/**
 * Puts a message into a thread, which comes to the top; without `state` the thread stays in the one that it has. One that
 * was put off comes back when it is given one. Where it was merged into another since it was looked for, the message goes
 * there too: nobody looks into the old one any more. Returns the thread that it is in.
 */
export async function joinThread(
  tx: Tx,
  { messageId, threadId, state }: Joining,
  at: Temporal.Instant,
): Promise<string> {
  const { count } = await tx.thread.updateMany({
    where: { id: threadId, mergedIntoId: null },
    data: { lastMessageAt: dateOf(at), state, ...(state && { snoozedUntil: null }) },
  });
  if (count === 0) {
    const { mergedIntoId } = await tx.thread.findUniqueOrThrow({
      where: { id: threadId },
      select: { mergedIntoId: true },
    });
    return joinThread(tx, { messageId, threadId: mergedIntoId ?? threadId, state }, at);
  }
  await tx.message.update({ where: { id: messageId }, data: { threadId } });
  return threadId;
}
