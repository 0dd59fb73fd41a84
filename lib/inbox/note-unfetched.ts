import { incomingMail } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { now } from "#lib/clock/now.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { storeIncoming } from "#lib/mail/store-incoming.ts";
import { setAside } from "./read-message.ts";

/**
 * Tells staff of a message that stays where it came to: a note of ours with its header inside, so that nothing reads
 * it as what somebody wrote. Noted twice, it is one note.
 */
export async function noteUnfetched(header: string, words: string, at = now()): Promise<void> {
  const note = ["Subject: A message that was left in the mailbox", "", words, "", header, ""].join("\r\n");
  await inTransaction(async (tx) => {
    const { messageId, isNew } = await storeIncoming(tx, Buffer.from(note, "latin1"), at);
    if (!isNew) return;
    await record(tx, incomingMail, "message.received", messageId);
    await setAside(tx, messageId, words, at);
  });
}
