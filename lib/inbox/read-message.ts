import type { Readable } from "node:stream";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { openRaw } from "#lib/mail/open-raw.ts";
import { readMail } from "#lib/reading/read-mail.ts";
import { checkStored } from "./check-sender.ts";
import { type Examined, takeIn } from "./take-in.ts";

/** Reads a message that was received, and does all that follows from it, once. */
export async function readMessage(messageId: string, at = now()): Promise<void> {
  const source = await openRaw(db, messageId, "received");
  if (source) await takeIn([await examine(messageId, source)], at);
}

/** Reads the bytes of a message, and asks who sent them; nothing is written yet. */
export async function examine(messageId: string, source: Buffer | Readable): Promise<Examined> {
  // A signature is proved over the whole message, which for a large one would have to be held in memory.
  const checking = Buffer.isBuffer(source) ? checkStored(source) : null;
  const [outcome, senderCheck] = await Promise.all([readMail(source), checking]);
  return { messageId, outcome, senderCheck };
}
