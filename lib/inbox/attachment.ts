import { fileTypeFromBuffer } from "file-type";
import { simpleParser } from "mailparser";
import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import { openFile } from "#lib/files/open-file.ts";
import { openRaw } from "#lib/mail/open-raw.ts";
import { threadsOf } from "./policy.ts";

export type Opened = { name: string; type: string; content: Uint8Array<ArrayBuffer> };

/** What came or goes with a message, by its number, which counts from 1. Null when there is none. Who took it is known. */
export async function openAttachment(
  actor: Staff,
  { threadId, messageId, position }: { threadId: string; messageId: string; position: number },
): Promise<Opened | null> {
  if (!isId(threadId) || !isId(messageId) || !Number.isInteger(position)) return null;
  const message = await db.message.findFirst({
    where: { id: messageId, threadId, thread: threadsOf(actor) },
    select: {
      direction: true,
      attachments: {
        where: { position },
        select: { name: true, type: true, file: { select: { key: true } } },
      },
    },
  });
  if (!message) return null;
  const [kept] = message.attachments;
  const opened = kept?.file
    ? { name: kept.name, type: kept.type, content: await bytesOf(kept.file.key) }
    : await insideOf(messageId, position);
  if (!opened) return null;
  await record(db, actor, "attachment.taken", messageId, { position });
  return { ...opened, name: kept?.name || opened.name };
}

async function bytesOf(key: string): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of await openFile({ key })) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

/** What came inside a message. Its type is what its bytes say, whatever the message claims. */
async function insideOf(messageId: string, position: number): Promise<Opened | null> {
  const raw = await openRaw(db, messageId);
  if (!raw) return null;
  try {
    const { attachments } = await simpleParser(raw, {
      skipHtmlToText: true,
      skipTextToHtml: true,
      skipImageLinks: true,
    });
    const found = attachments[position - 1];
    if (!found) return null;
    const type = (await fileTypeFromBuffer(found.content))?.mime ?? "application/octet-stream";
    return { name: found.filename || `attachment-${position}`, type, content: new Uint8Array(found.content) };
  } catch {
    return null;
  }
}
