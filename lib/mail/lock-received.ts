import type { Tx } from "#lib/db/transaction.ts";
import { Prisma } from "../../prisma/generated/client.ts";

/**
 * Locks messages until the end of the transaction, and returns when each of them came, by its id. Those that somebody
 * has read in the meantime are not among them: there is nothing left to do.
 */
export async function lockReceived(tx: Tx, ids: string[]): Promise<Map<string, Date>> {
  const received = await tx.$queryRaw<{ id: string; createdAt: Date }[]>(Prisma.sql`
    SELECT "id", "createdAt" FROM "Message"
    WHERE "id" = ANY(${ids}::uuid[]) AND "state" = 'received' ORDER BY "id" FOR UPDATE`);
  return new Map(received.map(({ id, createdAt }) => [id, createdAt]));
}
