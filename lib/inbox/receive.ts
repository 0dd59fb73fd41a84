import { now } from "#lib/clock/now.ts";
import { alone } from "#lib/db/alone.ts";
import { dropBytes } from "#lib/files/drop-bytes.ts";
import { storeIncoming } from "#lib/mail/store-incoming.ts";
import { takeBytes } from "#lib/mail/take-bytes.ts";

/**
 * The one function behind every inlet. When it returns, the message is kept, and will be read. After a failure it
 * may be kept all the same, so its bytes stay; those that are nobody's go later (`dropOrphans`).
 */
export async function receiveMessage(
  source: Buffer | AsyncIterable<Buffer>,
  at = now(),
): Promise<{ messageId: string; isNew: boolean }> {
  const taken = await takeBytes(source);
  const stored = await storeIncoming(alone, taken, at);
  if (!stored.isNew && taken.file) await dropBytes(taken.file.key);
  return stored;
}
