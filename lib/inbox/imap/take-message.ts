import type { ImapFlow } from "imapflow";
import { now } from "#lib/clock/now.ts";
import { largestMessage, mebibyte } from "../largest-message.ts";
import { noteUnfetched } from "../note-unfetched.ts";
import { receiveMessage } from "../receive.ts";

const longestHeader = 64 * 1024;

/**
 * Takes one message of the open folder in. Returns whether it is kept: one that is too large, and on the last try one
 * that won't come, is noted for staff instead and stays where it is.
 */
export async function takeMessage(
  client: ImapFlow,
  { uid, size, isLastTry }: { uid: number; size: number; isLastTry: boolean },
): Promise<boolean> {
  if (size > largestMessage) {
    await noteUnfetched(await headerOf(client, uid), tooLarge);
    return false;
  }
  // Before the message itself, which may take the connection with it.
  const header = isLastTry ? await headerOf(client, uid).catch(() => "") : null;
  try {
    const found = await client.fetchOne(String(uid), { source: true, internalDate: true }, { uid: true });
    // Somebody deleted or moved it in the meantime.
    if (!found) return false;
    if (!found.source) throw new Error("The server left the message out of its answer.");
    await receiveMessage(found.source, cameAt(found.internalDate));
    return true;
  } catch (error) {
    if (header === null) throw error;
    await noteUnfetched(header, wontCome);
    return false;
  }
}

/** When a message came to the mailbox, which may be long ago. Servers let others say so, and it can't be later than now. */
function cameAt(internalDate: Date | string | undefined): Temporal.Instant {
  const milliseconds = new Date(internalDate ?? Number.NaN).getTime();
  return Temporal.Instant.fromEpochMilliseconds(
    Math.min(milliseconds || Number.POSITIVE_INFINITY, now().epochMilliseconds),
  );
}

const tooLarge = `This message is larger than ${largestMessage / mebibyte} MB, so it was left in the mailbox. Please read it there.`;
const wontCome = "The mailbox could not hand this message over, so it was left there. Please read it there.";

async function headerOf(client: ImapFlow, uid: number): Promise<string> {
  const query = { source: { maxLength: longestHeader } };
  const found = await client.fetchOne(String(uid), query, { uid: true });
  const text = found ? found.source?.toString("latin1") : "";
  return text?.split(/\r?\n\r?\n/, 1)[0] ?? "";
}
