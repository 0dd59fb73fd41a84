import type { Tx } from "#lib/db/transaction.ts";

/**
 * Until the end of the transaction nobody else takes in mail of this address: of two messages that are read at once,
 * the second finds the thread and the answer of the first.
 */
export async function oneAtATime(tx: Tx, address: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${address}, 0))`;
}
