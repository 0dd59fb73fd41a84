import type { Readable } from "node:stream";
import { fileTypeFromBuffer } from "file-type";

export type FoundAttachment = { position: number; name: string; type: string; bytes: number };

/** Reads a part to its end without keeping it: how long it is, and what its first bytes say it is. */
export async function sizeUp(
  content: Readable,
  claimed: string,
): Promise<{ type: string; bytes: number; head: Buffer }> {
  let head: Buffer = Buffer.alloc(0);
  let bytes = 0;
  for await (const chunk of content as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (head.length < enough) head = Buffer.concat([head, chunk.subarray(0, enough - head.length)]);
  }
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  return { type: found?.mime ?? (harmlessText.has(claimed) && !head.includes(0) ? claimed : unknown), bytes, head };
}

const enough = 4096;
const unknown = "application/octet-stream";

/** Text has no marks to know it by, and these can do nothing when they are opened. */
const harmlessText = new Set(["text/plain", "text/calendar", "text/csv", "text/vcard", "text/x-vcard"]);
