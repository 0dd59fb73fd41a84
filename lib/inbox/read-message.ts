import { incomingMail } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { inTransaction, type Tx } from "#lib/db/transaction.ts";
import { extendInquiry } from "#lib/inquiries/extend.ts";
import { openInquiry } from "#lib/inquiries/open.ts";
import type { InquiryPerson } from "#lib/inquiries/people.ts";
import { joinThread } from "#lib/mail/join-thread.ts";
import { noteAttachments } from "#lib/mail/note-attachments.ts";
import { noteReading } from "#lib/mail/note-reading.ts";
import { openRaw } from "#lib/mail/open-raw.ts";
import { openThread } from "#lib/mail/open-thread.ts";
import { type Mail, readMail } from "#lib/reading/read-mail.ts";
import { acknowledge } from "./acknowledge.ts";
import { checkStored, type SenderCheck } from "./check-sender.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { isQuiet } from "./quiet.ts";
import { takeBounce } from "./take-bounce.ts";
import { findAnswered } from "./thread.ts";

/**
 * Reads a message that was received, and does all that follows from it, once: run again, or by two at once,
 * it changes nothing. Mail opens or extends an inquiry, and never changes an enrolment (design rule 7).
 */
export async function readMessage(messageId: string, at = now()): Promise<void> {
  const source = await openRaw(db, messageId, "received");
  if (!source) return;
  // A signature is proved over the whole message, which for a large one would have to be held in memory.
  const checking = Buffer.isBuffer(source) ? checkStored(source) : null;
  const [outcome, senderCheck] = await Promise.all([readMail(source), checking]);
  await inTransaction(async (tx) => {
    if (!outcome.ok) await setAside(tx, messageId, unreadableWords[outcome.reason], at);
    else if (outcome.value.automatic)
      await file(tx, messageId, { ...outcome.value, senderCheck }, outcome.value.automatic, at);
    else await takeIn(tx, messageId, { ...outcome.value, senderCheck }, at);
  });
}

const unreadableWords = {
  broken: "This message is damaged. Its original is kept.",
  no_sender: "This message doesn't say who sent it. Its original is kept.",
};

/** Leaves what we could not read to a person. */
export async function setAside(
  tx: Tx,
  messageId: string,
  error: string,
  at: Temporal.Instant,
): Promise<void> {
  if (!(await noteReading(tx, messageId, { state: "unreadable", error }))) return;
  const threadId = await openThread(tx, { subject: "", state: "new" }, at);
  await joinThread(tx, { messageId, threadId }, at);
  await record(tx, incomingMail, "message.unreadable", messageId);
}

/** A machine's mail stands with what it answers, or by itself, and asks nothing of anybody. */
async function file(
  tx: Tx,
  messageId: string,
  mail: Arrived,
  automatic: string,
  at: Temporal.Instant,
): Promise<void> {
  if (!(await noteReading(tx, messageId, { ...envelope(mail), state: "filed", automatic }))) return;
  await noteAttachments(tx, messageId, mail.attachments);
  if (await takeBounce(tx, messageId, mail, at)) return;
  const answered = await findAnswered(tx, { ...mail, sender: mail.sender.email });
  const threadId = answered?.threadId ?? (await openThread(tx, { subject: mail.subject, state: "done" }, at));
  await joinThread(tx, { messageId, threadId }, at);
  await record(tx, incomingMail, "message.filed", messageId);
}

async function takeIn(tx: Tx, messageId: string, mail: Arrived, at: Temporal.Instant): Promise<void> {
  if (!(await noteReading(tx, messageId, { ...envelope(mail), state: "read" }))) return;
  await noteAttachments(tx, messageId, mail.attachments);
  await oneAtATime(tx, mail.sender.email);
  const { mentions } = mail.reading;
  const people = peopleOf(mail);
  const answered = await findAnswered(tx, { ...mail, sender: mail.sender.email });
  const threadId = answered?.threadId ?? (await openThread(tx, { subject: mail.subject, state: "new" }, at));
  await joinThread(tx, { messageId, threadId, state: answered?.threadId ? "needsUs" : undefined }, at);
  await record(tx, incomingMail, "message.read", messageId);
  const quiet = await isQuiet(tx, { threadId, address: mail.sender.email, text: mail.text }, at);

  if (answered?.threadId) {
    await extendInquiry(tx, { threadId, people, mentions });
  } else if (answered) {
    // They answer a letter about a place that they have: that is for a person, not for another form.
    await joinThread(tx, { messageId: answered.id, threadId }, at);
    if (!quiet) await acknowledge(tx, { inquiryId: null, threadId, mail }, at);
  } else {
    const inquiryId = await openInquiry(tx, {
      threadId,
      address: mail.sender.email,
      people,
      mentions,
      intent: mail.reading.intent,
      seats: mail.reading.seats,
      confidence: mail.reading.confidence,
    });
    await record(tx, incomingMail, "inquiry.opened", inquiryId);
    if (!quiet) await acknowledge(tx, { inquiryId, threadId, mail }, at);
  }
}

/** With what was found of its sender apart from its own words. */
type Arrived = Mail & { senderCheck: SenderCheck | null };

/** Whom the form begins with: those who would come, also where nobody asks for a place yet. */
function peopleOf({ reading, company }: Mail): InquiryPerson[] {
  const people = reading.people.length > 0 ? reading.people : company;
  return people.map(({ name, email }) => ({ name: name ?? "", email }));
}

function envelope({ messageId, inReplyTo, sender, subject, text, reading, senderCheck }: Arrived) {
  const { email: address, name } = sender;
  return {
    messageId,
    inReplyTo,
    address,
    name,
    subject,
    text,
    reading,
    senderCheck: senderCheck ?? undefined,
  };
}
