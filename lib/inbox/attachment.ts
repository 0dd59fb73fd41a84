import type { Readable } from "node:stream";
import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import { openFile } from "#lib/files/open-file.ts";
import { openRaw } from "#lib/mail/open-raw.ts";
import { openPart } from "#lib/reading/parse-mail.ts";
import { threadsOf } from "./policy.ts";

export type Opened = { name: string; type: string; content: Readable };

/**
 * What came or goes with a message, by its number, which counts from 1. Null when there is none. Its type is what its
 * bytes say, whatever the message claims. Who took it is known.
 */
export async function openAttachment(
  actor: Staff,
  { threadId, messageId, position }: { threadId: string; messageId: string; position: number },
): Promise<Opened | null> {
  if (!isId(threadId) || !isId(messageId) || !Number.isInteger(position)) return null;
  const attachment = await db.attachment.findFirst({
    where: { position, messageId, message: { threadId, thread: threadsOf(actor) } },
    select: { name: true, type: true, file: { select: { key: true } } },
  });
  if (!attachment) return null;
  const { name, type, file } = attachment;
  const content = file ? await openFile(file) : await insideOf(messageId, position);
  if (!content) return null;
  await record(db, actor, "attachment.taken", messageId, { position });
  return { name: name || `attachment-${position}`, type, content };
}

async function insideOf(messageId: string, position: number): Promise<Readable | null> {
  const raw = await openRaw(db, messageId);
  return raw && openPart(raw, position);
}
