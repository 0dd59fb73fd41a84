import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import {
  type AttachmentStream,
  type HeaderLines,
  type Headers,
  MailParser,
  type MessageText,
} from "mailparser";

import { mendCharset } from "./mend-charset.ts";

/** What a message is made of: its header, the beginning of its text, and what comes with it. */
export type Parsed = { headers: Headers; headerLines: HeaderLines; text: string; attachments: Attached[] };

/** What comes with a message: what it claims to be, how large it is, and how it begins. Never unpacked. */
export type Attached = { name: string; claimedType: string; bytes: number; start: Buffer };

/** More than any letter has; the rest of a text is passed over. */
const mostText = 512 * 1024;
/** Enough to tell a file's type by, and for a calendar's entry. */
const mostStart = 64 * 1024;
/** So many parts are still somebody's message. */
const mostAttachments = 200;
const longestMilliseconds = 30_000;

/** Takes a message apart as it comes, and holds no more of it than its text. @throws at one that can't be taken apart */
export async function parseMail(source: Buffer | Readable): Promise<Parsed> {
  const parser = new TextBoundParser({
    skipTextToHtml: true,
    skipImageLinks: true,
    maxHtmlLengthToParse: 2 * mostText,
    checksumAlgo: false,
  });
  const attachments: Attached[] = [];
  let text = "";
  await pipeline(
    Buffer.isBuffer(source) ? Readable.from([source]) : source,
    mendCharset(),
    parser as unknown as NodeJS.ReadWriteStream,
    async (parts: AsyncIterable<unknown>) => {
      for await (const part of parts as AsyncIterable<AttachmentStream | MessageText>) {
        if (part.type === "text") text = part.text || "";
        else {
          const taken = await take(part);
          if (attachments.length < mostAttachments) attachments.push(taken);
        }
      }
    },
    { signal: AbortSignal.timeout(longestMilliseconds) },
  );
  return { headers: parser.headers || new Map(), headerLines: parser.headerLines || [], text, attachments };
}

async function take(part: AttachmentStream): Promise<Attached> {
  const start: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of part.content) {
    if (bytes < mostStart) start.push(chunk);
    bytes += chunk.length;
  }
  part.release?.();
  return {
    name: part.filename ?? "",
    claimedType: part.contentType,
    bytes,
    start: Buffer.concat(start).subarray(0, mostStart),
  };
}

type Piece = { type: "node" | "body" | "data"; value?: Buffer };
type Internals = {
  curnode: { isAttachment?: boolean } | false;
  processChunk(piece: Piece, done: () => void): void;
};

/** mailparser bounds everything but the length of a text, of which it makes several copies. */
class TextBoundParser extends MailParser {
  private textBytes = 0;

  processChunk(piece: Piece, done: () => void): void {
    const parent = MailParser.prototype as unknown as Internals;
    const { curnode } = this as unknown as Internals;
    if (piece.type === "body" && curnode && !curnode.isAttachment) {
      this.textBytes += piece.value?.length ?? 0;
      if (this.textBytes > mostText) {
        done();
        return;
      }
    }
    parent.processChunk.call(this, piece, done);
  }
}
