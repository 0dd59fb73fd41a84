import type { Readable } from "node:stream";
import type { AddressObject } from "mailparser";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import type { AttachmentNoted } from "#lib/mail/note-attachments.ts";
import { attachmentsIn } from "./attachments-in.ts";
import { whyAutomatic } from "./automatic.ts";
import { type Bounce, type BounceParts, readBounce } from "./bounce.ts";
import type { Mailbox } from "./mailbox.ts";
import { maySame } from "./names.ts";
import { newText } from "./new-text.ts";
import { isOwnAddress } from "./own-address.ts";
import { type Attached, type Parsed, parseMail } from "./parse-mail.ts";
import type { Reading, ReadPerson } from "./reading.ts";
import { threadsWrittenTo } from "./threads-written-to.ts";
import { companyOf, understand } from "./understand.ts";

/** A message as far as we understand it. Message-IDs stand without angle brackets. */
export type Mail = {
  messageId: string | null;
  inReplyTo: string | null;
  /** Every message that it says it follows, the nearest first. */
  references: string[];
  /** The threads whose own address it was sent to. */
  threadIds: string[];
  sender: Mailbox;
  /** The address in its From, where answers are to go to somebody else: whoever sent it is no other than that one. */
  sentFrom: string | null;
  subject: string;
  /** What is new in it. */
  text: string;
  /** Why it gets no answer, when a machine wrote it. */
  automatic: string | null;
  /** What it reports of a message of ours that didn't arrive. */
  bounce: Bounce | null;
  /** What it asks, and who would come. */
  reading: Reading;
  /** Who is behind it, also where nobody asks for a place yet. */
  company: ReadPerson[];
  /** What came inside it, in its order. */
  attachments: AttachmentNoted[];
};

/** Reads a raw message; it touches nothing but the bytes. */
export async function readMail(source: Buffer | Readable): Promise<Outcome<"broken" | "no_sender", Mail>> {
  try {
    const mail = await readDamaged(source);
    return mail.sender.email ? done(mail) : refuse("no_sender");
  } catch {
    // Whatever a message did to its reader: it is kept, and shown as one that we could not read.
    return refuse("broken");
  }
}

/** As far as a message can be read at all: its sender may have no address. @throws at one that can't be taken apart */
export async function readDamaged(source: Buffer | Readable): Promise<Mail> {
  const parsed = await parseMail(source);
  const sender = senderOf(parsed) ?? { name: "", email: "" };
  return { ...understood(parsed, sender), attachments: await attachmentsIn(parsed.attachments) };
}

function understood(parsed: Parsed, sender: Mailbox): Omit<Mail, "attachments"> {
  const [inReplyTo, ...nearest] = messageIds(words(parsed, "in-reply-to"));
  const references = messageIds(words(parsed, "references")).reverse();
  const subject = plain(words(parsed, "subject")).replaceAll(/\s+/g, " ").trim().slice(0, 500);
  const letter = newText(plain(parsed.text), subject, sender.name);
  const copies = mailboxes(parsed, "cc");
  const from = mailboxes(parsed, "from")[0]?.email ?? sender.email;
  const headers = parsed.headerLines.map(nameAndValue);
  const automatic = whyAutomatic({
    headers,
    sender: sender.email,
    calendars: parsed.attachments.filter(isCalendar).map(({ start }) => start.toString("utf8")),
    subject,
    text: letter.text,
  });
  const heard = { ...letter, subject, sender, copies, automatic };
  const reading = understand(heard, isOwnAddress);
  return {
    messageId: messageIds(words(parsed, "message-id"))[0] ?? null,
    inReplyTo: inReplyTo ?? null,
    references: [...(inReplyTo ? [inReplyTo] : []), ...nearest, ...references].slice(0, 50),
    threadIds: threadsWrittenTo(parsed),
    sender,
    sentFrom: from === sender.email ? null : from,
    subject,
    text: letter.text,
    automatic,
    bounce: automatic === null ? null : bounceIn(parsed, { headers, sender: sender.email, subject }),
    reading,
    company: reading.people.length > 0 ? reading.people : companyOf(heard, isOwnAddress),
  };
}

function bounceIn(
  { text, attachments }: Parsed,
  { headers, sender, subject }: Pick<BounceParts, "headers" | "sender" | "subject">,
): Bounce | null {
  return readBounce({
    headers,
    sender,
    subject,
    text: plain(text),
    attachments: attachments.map(({ claimedType, start }) => ({
      type: claimedType,
      content: plain(start.toString("utf8")),
    })),
  });
}

/** Reply-To before From. A web form's mail may come from our own address: then the other one is who wrote. */
function senderOf(parsed: Parsed): Mailbox | undefined {
  const from = mailboxes(parsed, "from");
  const candidates = [...mailboxes(parsed, "reply-to"), ...from];
  const sender = candidates.find(({ email }) => !isOwnAddress(email)) ?? candidates[0];
  const shown = from[0]?.name ?? "";
  // Of two forms of one name, the fuller; a form's own name is none of its writer.
  const isFuller =
    partsOf(shown) > partsOf(sender?.name ?? "") && (!sender?.name || maySame(shown, sender.name));
  return sender && { ...sender, name: isFuller ? shown : sender.name };
}

function partsOf(name: string): number {
  return name.split(/[\s,]+/).filter(Boolean).length;
}

/** A header's words; one that is there several times, one after the other. */
function words({ headers }: Parsed, name: string): string {
  return [headers.get(name) ?? []]
    .flat()
    .filter((value) => typeof value === "string")
    .join(" ");
}

function mailboxes({ headers }: Parsed, name: string): Mailbox[] {
  return ([headers.get(name) ?? []].flat() as AddressObject[])
    .flatMap(({ value }) => value.flatMap((entry) => entry.group ?? [entry]))
    .map(({ name, address }) => ({ name: personName(name), email: addressOnly(address) }))
    .filter(({ email }) => email.length <= 254 && /^[^\s<>,;"@]+@[^\s<>,;"@]+$/.test(email));
}

/** Damaged headers have brackets too many. */
function addressOnly(address = ""): string {
  return plain(address).replace(/^<+/, "").replace(/>+$/, "").toLowerCase();
}

/** A display name; programs that know none put the address there. */
function personName(name: string): string {
  return name.includes("@") ? "" : plain(name).replaceAll(/\s+/g, " ").trim().slice(0, 200);
}

function messageIds(header: string): string[] {
  return [...header.matchAll(/<([^<>\s]{1,900})>/g)].map(([, id]) => plain(id ?? ""));
}

function nameAndValue({ key, line }: { key: string; line: string }): { name: string; value: string } {
  return {
    name: key,
    value: line
      .slice(line.indexOf(":") + 1)
      .replaceAll(/\s+/g, " ")
      .trim(),
  };
}

function isCalendar({ claimedType }: Attached): boolean {
  return /^(text\/calendar|application\/ics)$/i.test(claimedType);
}

/** Text that the database takes: it refuses NUL, and halves of surrogate pairs in JSON. */
function plain(text: string): string {
  return text.toWellFormed().replaceAll("\0", "");
}
