import { aboutSender, checkStored } from "./check-sender.ts";
import type { Read } from "./read-apart.ts";
import type { Examined } from "./take-in.ts";

/** Reads the bytes of messages, by `readAll`, and asks who sent them; nothing is written yet. */
export async function examine<Source extends object>(
  messages: { messageId: string; source: Source }[],
  readAll: (sources: Source[]) => Promise<Read[]>,
): Promise<Examined[]> {
  // A signature is proved over the whole message, which for a large one would have to be held in memory.
  const [outcomes, checks] = await Promise.all([
    readAll(messages.map(({ source }) => source)),
    Promise.all(messages.map(({ source }) => (Buffer.isBuffer(source) ? checkStored(source) : null))),
  ]);
  return messages.flatMap(({ messageId }, index) => {
    const outcome = outcomes[index];
    const check = checks[index] ?? null;
    if (!outcome) return [];
    return { messageId, outcome, senderCheck: outcome.ok ? aboutSender(check, outcome.value) : check };
  });
}
