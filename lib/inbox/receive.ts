import { incomingMail } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { now } from "#lib/clock/now.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { storeIncoming } from "#lib/mail/store-incoming.ts";

/** The one function behind every inlet. When it returns, the message is kept, and will be read. */
export async function receiveMessage(
  raw: Buffer,
  at = now(),
): Promise<{ messageId: string; isNew: boolean }> {
  return inTransaction(async (tx) => {
    const stored = await storeIncoming(tx, raw, at);
    if (stored.isNew) await record(tx, incomingMail, "message.received", stored.messageId);
    return stored;
  });
}
