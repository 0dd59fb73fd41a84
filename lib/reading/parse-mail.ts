import { isUtf8 } from "node:buffer";
import { PassThrough, pipeline, Readable, type Transform } from "node:stream";
import { pipeline as passOn } from "node:stream/promises";
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
/** Pictures that are shown inside a letter, all together. */
const mostPictures = 8 * 1024 * 1024;
/** So many parts are still somebody's message. */
const mostAttachments = 200;
const longestMilliseconds = 30_000;

/** Takes a message apart as it comes, and holds no more of it than its text. @throws at one that can't be taken apart */
export async function parseMail(source: Buffer | Readable): Promise<Parsed> {
  const attachments: Attached[] = [];
  const { parser, letter } = await takeApart(source, async (part) => {
    const taken = await take(part);
    if (attachments.length < mostAttachments) attachments.push(taken);
  });
  return {
    headers: parser.headers || new Map(),
    headerLines: parser.headerLines || [],
    text: letter?.text || (letter?.html ? await wordsOf(letter.html) : ""),
    attachments,
  };
}

/** Of a layout without text beside it mailparser gives the words only where it is the whole message. */
async function wordsOf(html: string): Promise<string> {
  const { letter } = await takeApart(
    Buffer.from(`Content-Type: text/html; charset=utf-8\r\n\r\n${html}`),
    async ({ content }) => void (content as Readable).resume(),
  );
  return letter?.text ?? "";
}

/**
 * What came inside a message under a number, which counts from 1, or null. Nothing else of the message is held meanwhile.
 */
export async function openPart(source: Buffer | Readable, position: number): Promise<Readable | null> {
  const found = Promise.withResolvers<Readable | null>();
  let count = 0;
  const apart = takeApart(
    source,
    async ({ content }) => {
      count += 1;
      const passed = new PassThrough();
      if (count === position) found.resolve(passed);
      else passed.resume();
      await passOn(content, passed);
    },
    { mend: false, patience: null },
  );
  apart.then(() => found.resolve(null), found.reject);
  return found.promise;
}

/** A message as its sender laid it out, with the pictures that came for it; null when it has no layout of its own. */
export async function layoutOf(source: Buffer | Readable): Promise<string | null> {
  const pictures = new Map<string, string>();
  let bytes = 0;
  const { letter } = await takeApart(source, async ({ contentId = "", contentType, content }) => {
    const isPicture = contentId !== "" && contentType.startsWith("image/");
    const chunks: Buffer[] = [];
    for await (const chunk of content) {
      bytes += isPicture ? chunk.length : 0;
      if (isPicture && bytes <= mostPictures) chunks.push(chunk);
    }
    if (isPicture && bytes <= mostPictures)
      pictures.set(
        contentId.replace(/^<|>$/g, ""),
        `data:${contentType};base64,${Buffer.concat(chunks).toString("base64")}`,
      );
  });
  if (!letter?.html) return null;
  return letter.html.replaceAll(/\bcid:([^"'\s<>]{1,300})/gi, (link, id) => pictures.get(id) ?? link);
}

/** @throws at what can't be taken apart, or not in `patience` milliseconds */
function takeApart(
  source: Buffer | Readable,
  onAttached: (part: AttachmentStream) => Promise<void>,
  { mend, patience }: { mend: boolean; patience: number | null } = {
    mend: true,
    patience: longestMilliseconds,
  },
): Promise<{ parser: MailParser; letter: MessageText | null }> {
  const parser = new TextBoundParser({
    skipTextToHtml: true,
    skipImageLinks: true,
    maxHtmlLengthToParse: 2 * mostText,
    checksumAlgo: false,
  });
  const stream = parser as unknown as Transform;
  const { promise, resolve, reject } = Promise.withResolvers<{
    parser: MailParser;
    letter: MessageText | null;
  }>();
  let letter: MessageText | null = null;
  const attach = async (part: AttachmentStream) => {
    // Of a part that it gives up on, mailparser never says that it has ended.
    const giveUp = (error: Error) => (part.content as Readable).destroy(error);
    stream.once("error", giveUp);
    await onAttached(part);
    stream.off("error", giveUp);
    part.release?.();
  };
  stream.on("data", (part: AttachmentStream | MessageText) => {
    if (part.type === "text") letter = part;
    else attach(part).catch((error) => stream.destroy(error));
  });
  stream.once("end", () => resolve({ parser, letter }));
  // For good: mailparser may fail more than once, and an error that nobody hears ends the process.
  stream.on("error", reject);
  const late = patience && setTimeout(() => stream.destroy(new Error("It takes too long.")), patience);
  // Nearly every letter needs no mending; then streams would take longer than what they are there for.
  if (Buffer.isBuffer(source) && (!mend || isUtf8(source))) stream.end(source);
  else
    pipeline([streamOf(source), ...(mend ? [mendCharset()] : []), stream], (error) => error && reject(error));
  return promise.finally(() => late && clearTimeout(late));
}

function streamOf(source: Buffer | Readable): Readable {
  return Buffer.isBuffer(source) ? Readable.from([source]) : source;
}

async function take(part: AttachmentStream): Promise<Attached> {
  const start: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of part.content) {
    if (bytes < mostStart) start.push(chunk);
    bytes += chunk.length;
  }
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
