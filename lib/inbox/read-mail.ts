import { type AddressObject, type Attachment, type ParsedMail, simpleParser } from "mailparser";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import type { InquiryPerson } from "#lib/inquiries/people.ts";
import { type Bounce, type BounceParts, readBounce } from "#lib/reading/bounce.ts";
import type { Intent } from "../../prisma/generated/enums.ts";
import { whyAutomatic } from "./automatic.ts";
import type { SenderCheck } from "./check-sender.ts";
import { readMentions } from "./mentions.ts";
import { newText } from "./new-text.ts";
import { isOwnAddress } from "./own-address.ts";
import { type Mailbox, readPeople } from "./people.ts";
import { threadsWrittenTo } from "./threads-written-to.ts";

/** A message as far as we understand it. Message-IDs stand without angle brackets. */
export type Mail = {
  messageId: string | null;
  inReplyTo: string | null;
  /** Every message that it says it follows, the nearest first. */
  references: string[];
  /** The threads whose own address it was sent to. */
  threadIds: string[];
  sender: Mailbox;
  subject: string;
  /** What is new in it. */
  text: string;
  /** Why it gets no answer, when a machine wrote it. */
  automatic: string | null;
  /** What it reports of a message of ours that didn't arrive. */
  bounce: Bounce | null;
  /** What it asks, and how sure that is. */
  reading?: { intent: Intent; confidence: number };
  /** What was found of its sender apart from its own words. */
  senderCheck?: SenderCheck;
  people: InquiryPerson[];
  mentions: string;
};

/** Reads a raw message; it touches nothing but the bytes. */
export async function readMail(raw: Buffer): Promise<Outcome<"broken" | "no_sender", Mail>> {
  try {
    const parsed = await simpleParser(raw, parserOptions);
    const sender = senderOf(parsed);
    return sender ? done(understood(parsed, sender)) : refuse("no_sender");
  } catch {
    // Whatever a message did to its reader: it is kept, and shown as one that we could not read.
    return refuse("broken");
  }
}

const parserOptions = { skipTextToHtml: true, skipImageLinks: true, maxHtmlLengthToParse: 1_000_000 };

function understood(parsed: ParsedMail, sender: Mailbox): Mail {
  const [inReplyTo, ...nearest] = messageIds(parsed.inReplyTo);
  const references = messageIds([parsed.references ?? []].flat().join(" ")).reverse();
  const subject = plain(parsed.subject ?? "")
    .replaceAll(/\s+/g, " ")
    .trim()
    .slice(0, 500);
  const text = plain(newText(parsed.text ?? ""));
  const copies = mailboxes(parsed.cc);
  const headers = parsed.headerLines.map(nameAndValue);
  const automatic = whyAutomatic({
    headers,
    sender: sender.email,
    calendars: parsed.attachments.filter(isCalendar).map(({ content }) => content.toString("utf8")),
  });
  return {
    messageId: messageIds(parsed.messageId)[0] ?? null,
    inReplyTo: inReplyTo ?? null,
    references: [...(inReplyTo ? [inReplyTo] : []), ...nearest, ...references].slice(0, 50),
    threadIds: threadsWrittenTo(parsed),
    sender,
    subject,
    text,
    automatic,
    bounce: automatic === null ? null : bounceIn(parsed, { headers, sender: sender.email, subject }),
    people: readPeople({ sender, copies, text }, isOwnAddress),
    mentions: readMentions(`${subject}\n${text}`),
  };
}

function bounceIn(
  { text = "", attachments }: ParsedMail,
  { headers, sender, subject }: Pick<BounceParts, "headers" | "sender" | "subject">,
): Bounce | null {
  return readBounce({
    headers,
    sender,
    subject,
    text: plain(text),
    attachments: attachments.map(({ contentType, content }) => ({
      type: contentType,
      content: plain(content.subarray(0, 64 * 1024).toString("utf8")),
    })),
  });
}

/** Reply-To before From. A web form's mail may come from our own address: then the other one is who wrote. */
function senderOf(parsed: ParsedMail): Mailbox | undefined {
  const from = mailboxes(parsed.from);
  const candidates = [...mailboxes(parsed.replyTo), ...from];
  const sender = candidates.find(({ email }) => !isOwnAddress(email)) ?? candidates[0];
  return sender && { ...sender, name: sender.name || (from[0]?.name ?? "") };
}

function mailboxes(addresses: AddressObject | AddressObject[] | undefined): Mailbox[] {
  return [addresses ?? []]
    .flat()
    .flatMap(({ value }) => value.flatMap((entry) => entry.group ?? [entry]))
    .map(({ name, address }) => ({ name: personName(name), email: plain(address ?? "").toLowerCase() }))
    .filter(({ email }) => email.length <= 254 && /^[^\s<>,;"]+@[^\s<>,;"@]+$/.test(email));
}

/** A display name; programs that know none put the address there. */
function personName(name: string): string {
  return name.includes("@") ? "" : plain(name).replaceAll(/\s+/g, " ").trim().slice(0, 200);
}

function messageIds(header = ""): string[] {
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

function isCalendar({ contentType }: Attachment): boolean {
  return /^(text\/calendar|application\/ics)$/i.test(contentType);
}

/** Text that the database takes: it refuses NUL, and halves of surrogate pairs in JSON. */
function plain(text: string): string {
  return text.toWellFormed().replaceAll("\0", "");
}
