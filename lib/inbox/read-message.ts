import { incomingMail } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { inTransaction, type Tx } from "#lib/db/transaction.ts";
import { extendInquiry } from "#lib/inquiries/extend.ts";
import { openInquiry } from "#lib/inquiries/open.ts";
import { joinThread } from "#lib/mail/join-thread.ts";
import { noteAttachments } from "#lib/mail/note-attachments.ts";
import { noteReading } from "#lib/mail/note-reading.ts";
import { openRaw } from "#lib/mail/open-raw.ts";
import { openThread } from "#lib/mail/open-thread.ts";
import { type Mail, readMail } from "#lib/reading/read-mail.ts";
import { acknowledge } from "./acknowledge.ts";
import { checkStored, type SenderCheck } from "./check-sender.ts";
import { matchCohort } from "./match-cohort.ts";
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
    if (!outcome.ok) return setAside(tx, messageId, unreadableWords[outcome.reason], at);
    const mail = { ...outcome.value, ...(senderCheck && { senderCheck }) };
    return mail.automatic === null
      ? takeIn(tx, messageId, mail, at)
      : file(tx, messageId, mail, mail.automatic, at);
  });
}

/** What was read, and what was found of its sender apart from its own words. */
type Checked = Mail & { senderCheck?: SenderCheck };

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
  mail: Checked,
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

async function takeIn(tx: Tx, messageId: string, mail: Checked, at: Temporal.Instant): Promise<void> {
  if (!(await noteReading(tx, messageId, { ...envelope(mail), state: "read" }))) return;
  await noteAttachments(tx, messageId, mail.attachments);
  await oneAtATime(tx, mail.sender.email);
  const draft = { ...drafted(mail), cohortId: await matchCohort(tx, mail.reading.mentions, at) };
  const answered = await findAnswered(tx, { ...mail, sender: mail.sender.email });
  const threadId = answered?.threadId ?? (await openThread(tx, { subject: mail.subject, state: "new" }, at));
  await joinThread(tx, { messageId, threadId, state: answered?.threadId ? "needsUs" : undefined }, at);
  await record(tx, incomingMail, "message.read", messageId);
  const quiet = await isQuiet(tx, { threadId, address: mail.sender.email, text: mail.text }, at);

  if (answered?.threadId) {
    await extendInquiry(tx, { threadId, ...draft });
  } else if (answered) {
    // They answer a letter about a place that they have: that is for a person, not for another form.
    await joinThread(tx, { messageId: answered.id, threadId }, at);
    if (!quiet) await acknowledge(tx, { inquiryId: null, threadId, mail }, at);
  } else {
    const inquiryId = await openInquiry(tx, { threadId, address: mail.sender.email, ...draft });
    await record(tx, incomingMail, "inquiry.opened", inquiryId);
    if (!quiet) await acknowledge(tx, { inquiryId, threadId, mail }, at);
  }
}

/** What a draft begins with; who is not named stands there without a name, for a person to ask. */
function drafted({ company, reading: { intent, seats, mentions, confidence } }: Mail) {
  return {
    intent,
    people: company.map(({ name, email }) => ({ name: name ?? "", email })),
    seats,
    mentions,
    confidence,
  };
}

function envelope({ messageId, inReplyTo, sender, subject, text, reading, senderCheck }: Checked) {
  return {
    messageId,
    inReplyTo,
    reading,
    senderCheck,
    address: sender.email,
    name: sender.name,
    subject,
    text,
  };
}
