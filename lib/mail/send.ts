import { createTransport } from "nodemailer";
import { dateOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { settings } from "#lib/config/settings.ts";
import { db } from "#lib/db/client.ts";
import { chainTo } from "./chain.ts";
import { compose, type Outgoing } from "./compose.ts";
import { beforeTheLastByte } from "./last-byte.ts";
import { attachmentsOf, type Rendered, renderMessage } from "./render.ts";
import { asMailFailure, failureWords, isWorthRetry, type MailFailure } from "./retry.ts";
import { personWhoChooses, whyWithheld } from "./withheld.ts";

/**
 * Sends a queued message, at most once to a person: that it is about to be handed over is committed before
 * its last byte is. A process that dies earlier has surely not delivered it; one that dies later may have,
 * and then a person decides (`resendMessage`). Without SMTP_URL it is kept for staff to read.
 *
 * @throws when trying again later may help, unless this was the `lastTry`.
 */
export async function sendMessage(id: string, { lastTry = false } = {}): Promise<void> {
  await setAsideInterrupted(id);
  const [message] = await db.message.updateManyAndReturn({
    where: { id, state: "queued" },
    data: { attempts: { increment: 1 } },
    omit: { raw: true },
  });
  if (!message) return;
  const way: Way = {};
  try {
    const withheld = await whyWithheld(message);
    if (withheld) return await suppress(id, withheld);
    const letter = await renderMessage(message);
    if (!letter) return await keep(id, { error: "It was no longer needed when its turn came." });
    const said = await renderMessage(message, { redact: true });
    const stored = { subject: letter.subject, text: said?.text };
    const { SMTP_URL } = settings();
    if (!SMTP_URL) return await keep(id, stored);
    await handOver(SMTP_URL, message, letter, way);
    // It may have come back before the server's answer was here.
    await db.message.updateMany({
      where: { id, state: { not: "bounced" } },
      data: { ...stored, state: "sent", sentAt: dateOf(now()), error: null },
    });
  } catch (error) {
    // A connection may break while the note that this goes out is still being written.
    const handed =
      (await way.handing?.then(
        () => true,
        () => false,
      )) ?? false;
    await noteFailure(id, asMailFailure(error), { handed, lastTry });
  }
}

/** A message found half handed over: whoever did it is gone, and it may have arrived. */
async function setAsideInterrupted(id: string): Promise<void> {
  await db.message.updateMany({
    where: { id, state: "sending" },
    data: { state: "failed", error: "The server stopped while handing this over; it may have arrived." },
  });
}

async function keep(id: string, said: { subject?: string; text?: string; error?: string }): Promise<void> {
  await db.message.updateMany({ where: { id, state: "queued" }, data: { state: "kept", ...said } });
}

/** Whoever it is for gets no such mail; staff see why. */
async function suppress(id: string, error: string): Promise<void> {
  await db.message.updateMany({ where: { id, state: "queued" }, data: { state: "suppressed", error } });
}

/** How far a message has come: `handing` settles when it is noted that its last byte goes out, or can't. */
type Way = { handing?: Promise<void> };

async function handOver(
  smtpUrl: string,
  message: Outgoing & { id: string; props: unknown },
  letter: Rendered,
  way: Way,
): Promise<void> {
  const transport = createTransport({ url: smtpUrl, connectionTimeout: 30_000, socketTimeout: 60_000 });
  transport.use("stream", (mail, done) => {
    mail.message.processFunc((source) =>
      beforeTheLastByte(source, () => {
        way.handing = noteHandedOver(message.id);
        return way.handing;
      }),
    );
    done();
  });
  const [references, unsubscribes, attachments] = await Promise.all([
    chainTo(message.inReplyTo, message.threadId),
    personWhoChooses(message),
    attachmentsOf(message),
  ]);
  await transport.sendMail(compose(message, letter, { references, unsubscribes, attachments }));
}

/** Of two that hand the same message over at once, the second stops here, short of the last byte. */
async function noteHandedOver(id: string): Promise<void> {
  const { count } = await db.message.updateMany({
    where: { id, state: "queued" },
    data: { state: "sending", handedAt: dateOf(now()) },
  });
  if (count === 0) throw new Error("Another job hands this message over.");
}

async function noteFailure(
  id: string,
  failure: MailFailure,
  { handed, lastTry }: { handed: boolean; lastTry: boolean },
): Promise<void> {
  // Without an answer after the last byte nobody knows, so it is not sent again by itself.
  const unknown = handed && failure.responseCode === undefined;
  const final = lastTry || unknown || !isWorthRetry(failure);
  const { count } = await db.message.updateMany({
    where: { id, state: handed ? "sending" : "queued" },
    data: {
      state: final ? "failed" : "queued",
      error: unknown
        ? "The connection broke while handing this over; it may have arrived."
        : failureWords(failure),
      ...(final ? {} : { handedAt: null }),
    },
  });
  if (count > 0 && !final) throw new Error("The message could not be sent now.");
}
