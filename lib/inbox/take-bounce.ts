import type { Tx } from "#lib/db/transaction.ts";
import { joinThread } from "#lib/mail/join-thread.ts";
import { noteBounce } from "#lib/mail/note-bounce.ts";
import { openThread } from "#lib/mail/open-thread.ts";
import type { Mail } from "#lib/reading/read-mail.ts";

/**
 * Puts a report that a letter of ours didn't arrive beside that letter. When it never will, the thread needs us: the
 * person waits for something that won't come. False when the report is about no letter of ours.
 */
export async function takeBounce(
  tx: Tx,
  messageId: string,
  { bounce }: Mail,
  at: Temporal.Instant,
): Promise<boolean> {
  if (!bounce?.originalMessageId || !bounce.recipient) return false;
  const { originalMessageId, recipient, permanent, words } = bounce;
  const letter = await noteBounce(tx, { messageId: originalMessageId, recipient, permanent, words });
  if (!letter) return false;
  const state = permanent ? "needsUs" : undefined;
  const { threadId } = letter;
  if (threadId) {
    await joinThread(tx, { messageId, threadId, state }, at);
  } else {
    const opened = await openThread(tx, { subject: letter.subject, state: state ?? "done" }, at);
    await joinThread(tx, { messageId: letter.id, threadId: opened }, at);
    await joinThread(tx, { messageId, threadId: opened }, at);
  }
  return true;
}
