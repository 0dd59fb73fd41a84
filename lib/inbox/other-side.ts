import type { Tx } from "#lib/db/transaction.ts";
import { isOwnAddress } from "#lib/reading/own-address.ts";

export type Correspondent = { address: string; name: string; messageId: string | null; subject: string };

/**
 * Who writes in a thread, whoever wrote last first, each with the Message-ID and subject of their newest message. Machines
 * and we ourselves are not among them.
 */
export async function otherSideOf(tx: Tx, threadId: string): Promise<Correspondent[]> {
  const incoming = await tx.message.findMany({
    where: { threadId, direction: "incoming", automatic: null, address: { contains: "@" } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 100,
    select: { address: true, name: true, messageId: true, subject: true },
  });
  const found = new Map<string, Correspondent>();
  for (const one of incoming) {
    const address = one.address.toLowerCase();
    if (!isOwnAddress(address) && !found.has(address)) found.set(address, { ...one, address });
  }
  return [...found.values()];
}
