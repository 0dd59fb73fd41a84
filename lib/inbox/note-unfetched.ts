import { now } from "#lib/clock/now.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { storeIncoming } from "#lib/mail/store-incoming.ts";
import { takeBytes } from "#lib/mail/take-bytes.ts";
import { setAside } from "./set-aside.ts";

/**
 * Tells staff of a message that stays where it came to: a note of ours with its header inside, so that nothing reads
 * it as what somebody wrote. Noted twice, it is one note.
 */
export async function noteUnfetched(header: string, words: string, at = now()): Promise<void> {
  const note = ["Subject: A message that was left in the mailbox", "", words, "", header, ""].join("\r\n");
  const taken = await takeBytes(Buffer.from(note, "latin1"));
  await inTransaction(async (tx) => {
    const { messageId, isNew } = await storeIncoming((statement) => tx.$queryRaw(statement), taken, at);
    if (isNew) await setAside(tx, messageId, words, at);
  });
}
