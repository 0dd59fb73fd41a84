import type { Readable } from "node:stream";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { openRaw } from "#lib/mail/open-raw.ts";
import { readMail } from "#lib/reading/read-mail.ts";
import { examine } from "./examine.ts";
import { takeIn } from "./take-in.ts";

/** Reads a message that was received, and does all that follows from it, once. */
export async function readMessage(messageId: string, at = now()): Promise<void> {
  const source = await openRaw(db, messageId, "received");
  if (source) await takeIn(await examine([{ messageId, source }], readHere), at);
}

const readHere = (sources: (Buffer | Readable)[]) => Promise.all(sources.map(readMail));
