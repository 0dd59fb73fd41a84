import { dateOf } from "#lib/clock/convert.ts";
import type { Tx } from "#lib/db/transaction.ts";
import type { ThreadState } from "../../prisma/generated/enums.ts";

/** Puts a message into a thread, which comes to the top; without `state` the thread stays in the one that it has. One that was put off comes back when it is given one. */
export async function joinThread(
  tx: Tx,
  { messageId, threadId, state }: { messageId: string; threadId: string; state?: ThreadState },
  at: Temporal.Instant,
): Promise<void> {
  await tx.message.update({ where: { id: messageId }, data: { threadId } });
  await tx.thread.update({
    where: { id: threadId },
    data: { lastMessageAt: dateOf(at), state, ...(state && { snoozedUntil: null }) },
  });
}
