import type { Tx } from "#lib/db/transaction.ts";

/** An incoming message as it came, or null. The one place that knows where its bytes are kept. */
export async function openRaw(tx: Tx, messageId: string): Promise<Buffer | null> {
  const message = await tx.message.findFirst({
    where: { id: messageId, direction: "incoming" },
    select: { raw: true },
  });
  return message?.raw ? Buffer.from(message.raw) : null;
}
