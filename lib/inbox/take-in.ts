import { incomingMail } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { inTransaction, type Tx } from "#lib/db/transaction.ts";
import { extendInquiry } from "#lib/inquiries/extend.ts";
import { joinThread } from "#lib/mail/join-thread.ts";
import { lockReceived } from "#lib/mail/lock-received.ts";
import { noteAttachments } from "#lib/mail/note-attachments.ts";
import { noteReading, type Understood } from "#lib/mail/note-reading.ts";
import { queueMail } from "#lib/mail/queue.ts";
import type { Mail, readMail } from "#lib/reading/read-mail.ts";
import { acknowledgement } from "./acknowledge.ts";
import type { SenderCheck } from "./check-sender.ts";
import { matchCohort } from "./match-cohort.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { type Case, openCases } from "./open-cases.ts";
import { isQuiet, tooOften } from "./quiet.ts";
import { type Recall, recall } from "./recall.ts";
import { setAside } from "./set-aside.ts";
import { takeBounce } from "./take-bounce.ts";
import { findAnswered } from "./thread.ts";

/** What a message turned out to be, and what was found of its sender apart from its own words. */
export type Examined = {
  messageId: string;
  outcome: Awaited<ReturnType<typeof readMail>>;
  senderCheck: SenderCheck | null;
};

/**
 * Does all that follows from messages that were read, one after the other and once: run again, or by two at once, it
 * changes nothing. Mail opens or extends an inquiry, and never changes an enrolment (design rule 7).
 */
export function takeIn(examined: Examined[], at: Temporal.Instant): Promise<void> {
  return inTransaction(async (tx) => {
    const received = await lockReceived(
      tx,
      examined.map(({ messageId }) => messageId),
    );
    const mails = examined.flatMap(({ outcome }) => (outcome.ok ? outcome.value : []));
    await oneAtATime(
      tx,
      mails.map(({ sender }) => sender.email),
    );
    const known = await recall(tx, mails, at);
    const cases: Case[] = [];
    for (const { messageId, outcome, senderCheck } of examined) {
      const cameAt = received.get(messageId);
      if (!cameAt) continue;
      if (!outcome.ok) {
        await setAside(tx, messageId, unreadableWords[outcome.reason], at);
        continue;
      }
      const mail = outcome.value;
      // Whatever it may belong with has to be there to be found.
      if (cases.some(({ understood }) => areRelated(understood, mail)))
        await openCases(tx, cases.splice(0), at);
      const opened = await takeInOne(tx, { messageId, cameAt, mail, senderCheck }, known, at);
      if (opened) cases.push(opened);
    }
    await openCases(tx, cases, at);
  });
}

function areRelated(earlier: Understood, { messageId, references }: Mail): boolean {
  if (earlier.messageId !== null && references.includes(earlier.messageId)) return true;
  return earlier.inReplyTo !== null && earlier.inReplyTo === messageId;
}

const unreadableWords = {
  broken: "This message is damaged. Its original is kept.",
  no_sender: "This message doesn't say who sent it. Its original is kept.",
};

type Incoming = { messageId: string; cameAt: Date; mail: Mail; senderCheck: SenderCheck | null };

/** Returns the case that a message opens, for it to be written down together with others. */
async function takeInOne(
  tx: Tx,
  incoming: Incoming,
  known: Recall,
  at: Temporal.Instant,
): Promise<Case | null> {
  const { messageId, mail } = incoming;
  if (mail.automatic !== null && (await takeBounce(tx, messageId, mail, at))) {
    await note(tx, incoming);
    return null;
  }
  const answered = known.mayFollow(mail)
    ? await findAnswered(tx, { ...mail, sender: mail.sender.email })
    : null;
  if (answered?.threadId) {
    await goOn(tx, incoming, { threadId: answered.threadId, known }, at);
    return null;
  }
  if (mail.automatic !== null) return caseOf(incoming);
  return begin(tx, incoming, { answeredId: answered?.id ?? null, known }, at);
}

/** A message in a thread that is there already. A machine's asks nothing of anybody. */
async function goOn(
  tx: Tx,
  incoming: Incoming,
  { known, ...found }: { threadId: string; known: Recall },
  at: Temporal.Instant,
): Promise<void> {
  const { messageId, mail } = incoming;
  const isPersons = mail.automatic === null;
  await note(tx, incoming);
  const state = isPersons ? "needsUs" : undefined;
  const threadId = await joinThread(tx, { ...found, messageId, state }, at);
  await record(tx, incomingMail, isPersons ? "message.read" : "message.filed", messageId);
  if (!isPersons) return;
  await isQuiet(tx, { threadId, address: mail.sender.email, text: mail.text }, at);
  await extendInquiry(tx, { threadId, ...drafted(mail, known) });
}

/** The first message of a thread: with an inquiry, or with the letter about a place of theirs that it answers. */
async function begin(
  tx: Tx,
  incoming: Incoming,
  { answeredId, known }: { answeredId: string | null; known: Recall },
  at: Temporal.Instant,
): Promise<Case | null> {
  const { mail, cameAt } = incoming;
  const address = mail.sender.email;
  // Whoever has a place needs a person, and not another form.
  const inquiry = answeredId ? null : { id: crypto.randomUUID(), address, ...drafted(mail, known) };
  const mayBeRobot = known.answersTo(address) >= tooOften;
  const letter = await acknowledgement(tx, { mail, inquiryId: inquiry?.id ?? null, cameAt }, known, at);
  const opened = { ...caseOf(incoming), inquiry, letter };
  if (!answeredId && !mayBeRobot) return opened;
  const { threadId } = opened;
  await openCases(tx, [{ ...opened, letter: null }], at);
  if (answeredId) await joinThread(tx, { messageId: answeredId, threadId }, at);
  const isToRobot = await isQuiet(tx, { threadId, address, text: mail.text }, at);
  if (letter && !isToRobot) await queueMail(tx, { ...letter, threadId }, at);
  return null;
}

async function note(tx: Tx, incoming: Incoming): Promise<void> {
  const { id, understood, attachments } = caseOf(incoming);
  await noteReading(tx, id, understood);
  await noteAttachments(tx, id, attachments);
}

/** What a draft begins with; who is not named stands there without a name, for a person to ask. */
function drafted({ company, reading: { intent, seats, mentions, confidence } }: Mail, { cohorts }: Recall) {
  return {
    intent,
    people: company.map(({ name, email }) => ({ name: name ?? "", email })),
    seats,
    mentions,
    confidence,
    cohortId: matchCohort(mentions, cohorts),
  };
}

function caseOf({ messageId, mail, senderCheck }: Incoming): Case {
  const { sender, subject, text, reading, inReplyTo, automatic, attachments } = mail;
  const envelope = {
    messageId: mail.messageId,
    inReplyTo,
    reading,
    ...(senderCheck && { senderCheck }),
    address: sender.email,
    name: sender.name,
    subject,
    text,
  };
  const understood: Understood =
    automatic === null ? { ...envelope, state: "read" } : { ...envelope, state: "filed", automatic };
  return {
    id: messageId,
    threadId: crypto.randomUUID(),
    understood,
    attachments,
    inquiry: null,
    letter: null,
  };
}
