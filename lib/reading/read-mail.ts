import { Readable } from "node:stream";
import { type AddressObject, MailParser } from "mailparser";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { type FoundAttachment, sizeUp } from "./attachment.ts";
import { whyAutomatic } from "./automatic.ts";
import type { Mailbox } from "./mailbox.ts";
import { mendCharset } from "./mend-charset.ts";
import { newText } from "./new-text.ts";
import { isOwnAddress } from "./own-address.ts";
import type { Reading } from "./reading.ts";
import { understand } from "./understand.ts";

/** A message as far as we understand it. Message-IDs stand without angle brackets. */
export type Mail = {
  messageId: string | null;
  inReplyTo: string | null;
  /** Every message that it says it follows, the nearest first. */
  references: string[];
  sender: Mailbox;
  to: Mailbox[];
  copies: Mailbox[];
  subject: string;
  /** What is new in it. */
  text: string;
  hasHtml: boolean;
  /** Why it gets no answer, when a machine wrote it. */
  automatic: string | null;
  attachments: FoundAttachment[];
  reading: Reading;
};

/** Reads a raw message; it touches nothing but the bytes, and keeps no attachment in memory. */
export async function readMail(source: Buffer | Readable): Promise<Outcome<"broken" | "no_sender", Mail>> {
  try {
    const mail = await readDamaged(source);
    if (mail.sender.email) return done(mail);
    return refuse("no_sender");
  } catch {
    // Whatever a message did to its reader: it is kept, and shown as one that we could not read.
    return refuse("broken");
  }
}

/** As far as a message can be read at all: the sender's address may be empty. */
export async function readDamaged(source: Buffer | Readable): Promise<Mail> {
  const parsed = await parse(source);
  const sender = senderOf(parsed.headers) ?? { name: "", email: "" };
  const inReplyTo = messageIds(parsed.headers.get("in-reply-to"));
  const references = messageIds(parsed.headers.get("references")).reverse();
  const subject = oneLine(String(parsed.headers.get("subject") ?? "")).slice(0, 500);
  const letter = newText(plain(parsed.text), subject, sender.name);
  const copies = mailboxes(parsed.headers.get("cc"));
  const automatic = whyAutomatic({
    headers: parsed.lines,
    sender: sender.email,
    calendars: parsed.calendars,
    subject,
    text: letter.text,
  });
  return {
    messageId: messageIds(parsed.headers.get("message-id"))[0] ?? null,
    inReplyTo: inReplyTo[0] ?? null,
    references: [...inReplyTo, ...references].slice(0, 50),
    sender,
    to: mailboxes(parsed.headers.get("to")),
    copies,
    subject,
    text: letter.text,
    hasHtml: parsed.hasHtml,
    automatic,
    attachments: parsed.attachments,
    reading: understand({ ...letter, subject, sender, copies, automatic, isReply: inReplyTo.length > 0 }, isOwnAddress),
  };
}

type Parsed = {
  headers: Map<string, unknown>;
  lines: { name: string; value: string }[];
  text: string;
  hasHtml: boolean;
  calendars: string[];
  attachments: FoundAttachment[];
};

const parserOptions = {
  skipTextToHtml: true,
  skipImageLinks: true,
  checksumAlgo: false as const,
  maxHtmlLengthToParse: 1_000_000,
  maxHeadSize: 256_000,
};
const mostAttachments = 200;

function parse(source: Buffer | Readable): Promise<Parsed> {
  const parsed: Parsed = { headers: new Map(), lines: [], text: "", hasHtml: false, calendars: [], attachments: [] };
  const { promise, resolve, reject } = Promise.withResolvers<Parsed>();
  const parser = new MailParser(parserOptions);
  const input = Buffer.isBuffer(source) ? Readable.from(slices(source), { objectMode: false }) : source;
  // What was understood before a message broke off is still worth reading.
  const fail = (error: Error) => {
    input.unpipe();
    if (parsed.headers.size > 0) resolve(parsed);
    else reject(error);
  };
  parser.on("headers", (headers) => {
    parsed.headers = headers;
  });
  parser.on("headerLines", (lines) => {
    parsed.lines = lines.map(nameAndValue);
  });
  parser.on("data", (part) => {
    if (part.type === "text") {
      parsed.text = part.text ?? "";
      parsed.hasHtml = Boolean(part.html);
      return;
    }
    sizeUp(part.content, part.contentType)
      .then(({ type, bytes, head }) => {
        if (/^(?:text\/calendar|application\/ics)$/i.test(part.contentType)) parsed.calendars.push(head.toString());
        if (parsed.attachments.length < mostAttachments)
          parsed.attachments.push({
            position: parsed.attachments.length,
            name: oneLine(part.filename ?? "").slice(0, 200),
            type,
            bytes,
          });
        part.release?.();
      })
      .catch(fail);
  });
  parser.on("end", () => resolve(parsed));
  parser.on("error", fail);
  input.on("error", reject);
  const mended = mendCharset();
  mended.on("error", fail);
  input.pipe(mended).pipe(parser);
  return promise;
}

function* slices(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

/** Reply-To before From. A web form's mail may come from our own address: then the other one is who wrote. */
function senderOf(headers: Map<string, unknown>): Mailbox | undefined {
  const from = mailboxes(headers.get("from"));
  const candidates = [...mailboxes(headers.get("reply-to")), ...from];
  const sender = candidates.find(({ email }) => !isOwnAddress(email)) ?? candidates[0];
  return sender && { ...sender, name: sender.name || (from[0]?.name ?? "") };
}

function mailboxes(header: unknown): Mailbox[] {
  return ([header ?? []].flat() as AddressObject[])
    .flatMap(({ value }) => (Array.isArray(value) ? value : []).flatMap((entry) => entry.group ?? [entry]))
    .slice(0, 100)
    .map(({ name, address }) => ({
      name: personName(name),
      email: plain(address ?? "").replaceAll(/^<+|>+$/g, "").toLowerCase(),
    }))
    .filter(({ email }) => email.length <= 254 && /^[^\s<>,;"@]+@[^\s<>,;"@]+$/.test(email));
}

/** A display name; programs that know none put the address there. */
function personName(name: string): string {
  return name.includes("@") ? "" : oneLine(name).slice(0, 200);
}

function messageIds(header: unknown): string[] {
  const words = [header ?? []].flat().join(" ").slice(0, 20_000);
  return [...words.matchAll(/<([^<>\s]{1,900})>/g)].map(([, id]) => plain(id ?? ""));
}

function nameAndValue({ key, line }: { key: string; line: string }): { name: string; value: string } {
  return { name: key, value: oneLine(line.slice(line.indexOf(":") + 1)) };
}

function oneLine(text: string): string {
  return plain(text).replaceAll(/\s+/g, " ").trim();
}

/** Text that the database takes: it refuses NUL, and halves of surrogate pairs in JSON. */
function plain(text: string): string {
  return text.toWellFormed().replaceAll("\0", "");
}
