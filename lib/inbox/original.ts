import { Readable } from "node:stream";
import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import { openRaw } from "#lib/mail/open-raw.ts";
import { threadsOf } from "./policy.ts";

/** The bytes of an incoming message as they came, or null. Who read them is known. */
export async function loadOriginal(
  actor: Staff,
  { threadId, messageId }: { threadId: string; messageId: string },
): Promise<Readable | null> {
  if (!isId(threadId) || !isId(messageId)) return null;
  const message = await db.message.findFirst({
    where: { id: messageId, threadId, direction: "incoming", thread: threadsOf(actor) },
    select: { id: true },
  });
  const raw = message && (await openRaw(db, messageId));
  if (!raw) return null;
  await record(db, actor, "message.original-seen", messageId);
  return Buffer.isBuffer(raw) ? Readable.from([raw]) : raw;
}
