import { incomingMail } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { inTransaction, type Tx } from "#lib/db/transaction.ts";
import { extendInquiry } from "#lib/inquiries/extend.ts";
import { openInquiry } from "#lib/inquiries/open.ts";
import { joinThread } from "#lib/mail/join-thread.ts";
import { noteReading } from "#lib/mail/note-reading.ts";
import { openThread } from "#lib/mail/open-thread.ts";
import { acknowledge } from "./acknowledge.ts";
import { type Mail, readMail } from "#lib/reading/read-mail.ts";
import { findAnswered } from "./thread.ts";

/**
 * Reads a message that was received, and does all that follows from it, once: run again, or by two at once,
 * it changes nothing. Mail opens or extends an inquiry, and never changes an enrolment (design rule 7).
 */
export async function readMessage(messageId: string, at = now()): Promise<void> {
  const stored = await db.message.findFirst({
    where: { id: messageId, state: "received" },
    select: { raw: true },
  });
  if (!stored?.raw) return;
  const outcome = await readMail(Buffer.from(stored.raw));
  await inTransaction(async (tx) => {
    if (!outcome.ok) await setAside(tx, messageId, unreadableWords[outcome.reason], at);
    else if (outcome.value.automatic) await file(tx, messageId, outcome.value, outcome.value.automatic, at);
    else await takeIn(tx, messageId, outcome.value, at);
  });
}

const unreadableWords = {
  broken: "This message is damaged. Its original is kept.",
  no_sender: "This message doesn't say who sent it. Its original is kept.",
};

/** A person looks at what we could not read. */
async function setAside(tx: Tx, messageId: string, error: string, at: Temporal.Instant): Promise<void> {
  if (!(await noteReading(tx, messageId, { state: "unreadable", error }))) return;
  const threadId = await openThread(tx, { subject: "", state: "new" }, at);
  await joinThread(tx, { messageId, threadId }, at);
  await record(tx, incomingMail, "message.unreadable", messageId);
}

/** A machine's mail stands with what it answers, or by itself, and asks nothing of anybody. */
async function file(
  tx: Tx,
  messageId: string,
  mail: Mail,
  automatic: string,
  at: Temporal.Instant,
): Promise<void> {
  if (!(await noteReading(tx, messageId, { ...envelope(mail), state: "filed", automatic }))) return;
  const answered = await findAnswered(tx, { references: mail.references, sender: mail.sender.email });
  const threadId = answered?.threadId ?? (await openThread(tx, { subject: mail.subject, state: "done" }, at));
  await joinThread(tx, { messageId, threadId }, at);
  await record(tx, incomingMail, "message.filed", messageId);
}

async function takeIn(tx: Tx, messageId: string, mail: Mail, at: Temporal.Instant): Promise<void> {
  if (!(await noteReading(tx, messageId, { ...envelope(mail), state: "read" }))) return;
  const { people, mentions } = mail;
  const answered = await findAnswered(tx, { references: mail.references, sender: mail.sender.email });
  const threadId = answered?.threadId ?? (await openThread(tx, { subject: mail.subject, state: "new" }, at));
  await joinThread(tx, { messageId, threadId, state: answered?.threadId ? "needsUs" : undefined }, at);
  await record(tx, incomingMail, "message.read", messageId);

  if (answered?.threadId) {
    await extendInquiry(tx, { threadId, people, mentions });
  } else if (answered) {
    // They answer a letter about a place that they have: that is for a person, not for another form.
    await joinThread(tx, { messageId: answered.id, threadId }, at);
  } else {
    const inquiryId = await openInquiry(tx, { threadId, address: mail.sender.email, people, mentions });
    await record(tx, incomingMail, "inquiry.opened", inquiryId);
    await acknowledge(tx, { inquiryId, threadId, mail }, at);
  }
}

function envelope({ messageId, inReplyTo, sender, subject, text }: Mail) {
  return { messageId, inReplyTo, address: sender.email, name: sender.name, subject, text };
}
