import { incomingMail } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import type { Tx } from "#lib/db/transaction.ts";

export type Returned = { id: string; threadId: string | null; subject: string };

/**
 * Finds the letter that came back, and notes it. Anybody can write a report like a server's, so only the Message-ID,
 * which none but its reader can know, together with the address that it went to makes one true. A letter that will
 * never arrive is marked, and its address gets no more mail until somebody lifts that. Null when it is none of ours.
 */
export async function noteBounce(
  tx: Tx,
  {
    messageId,
    recipient,
    permanent,
    words,
  }: { messageId: string; recipient: string; permanent: boolean; words: string },
): Promise<Returned | null> {
  const letter = await tx.message.findFirst({
    where: {
      messageId,
      address: recipient,
      direction: "outgoing",
      state: { in: ["sending", "sent", "failed", "bounced"] },
      handedAt: { not: null },
    },
    select: { id: true, threadId: true, subject: true, address: true },
  });
  if (!letter) return null;
  const { address, ...returned } = letter;
  if (permanent) {
    await tx.message.update({
      where: { id: letter.id },
      data: { state: "bounced", error: `It came back: ${words}` },
    });
    await tx.suppression.createMany({ data: { address, reason: "bounced", words }, skipDuplicates: true });
  }
  await record(tx, incomingMail, permanent ? "message.bounced" : "message.delayed", letter.id);
  return returned;
}
