import type { Readable } from "node:stream";
import { readMail } from "#lib/reading/read-mail.ts";
import { checkStored } from "./check-sender.ts";
import type { Examined } from "./take-in.ts";

/** Reads the bytes of messages, and asks who sent them; nothing is written yet. */
export async function examine(
  messages: { messageId: string; source: Buffer | Readable }[],
): Promise<Examined[]> {
  // The DNS is asked for all at once. Reading takes the processor: between two messages, others have their turn.
  // A signature is proved over the whole message, which for a large one would have to be held in memory.
  const checks = messages.map(({ source }) => (Buffer.isBuffer(source) ? checkStored(source) : null));
  const examined: Examined[] = [];
  for (const [index, { messageId, source }] of messages.entries()) {
    const outcome = await readMail(source);
    examined.push({ messageId, outcome, senderCheck: (await checks[index]) ?? null });
  }
  return examined;
}
