import type { Readable } from "node:stream";
import type { Tx } from "#lib/db/transaction.ts";
import { openFile } from "#lib/files/open-file.ts";
import type { MessageState } from "../../prisma/generated/enums.ts";

/** An incoming message as it came, or null; a large one as a stream. The one place that knows where its bytes are kept. */
export async function openRaw(
  tx: Tx,
  messageId: string,
  state?: MessageState,
): Promise<Buffer | Readable | null> {
  const message = await tx.message.findFirst({
    where: { id: messageId, direction: "incoming", state },
    select: { raw: true, rawFile: { select: { key: true } } },
  });
  if (message?.rawFile) return openFile(message.rawFile);
  return message?.raw ? Buffer.from(message.raw) : null;
}

/** The first bytes of one, as text. */
export async function readRawStart(tx: Tx, messageId: string, bytes: number): Promise<string | null> {
  const source = await openRaw(tx, messageId);
  if (!source || Buffer.isBuffer(source)) return source?.subarray(0, bytes).toString("utf8") ?? null;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of source) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= bytes) break;
  }
  return Buffer.concat(chunks).subarray(0, bytes).toString("utf8");
}
