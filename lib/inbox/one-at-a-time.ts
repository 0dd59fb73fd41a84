import type { Tx } from "#lib/db/transaction.ts";

/**
 * Until the end of the transaction nobody else takes in mail of these addresses: of two messages that are read at once,
 * the second finds the thread and the answer of the first.
 */
export async function oneAtATime(tx: Tx, addresses: string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT count(pg_advisory_xact_lock(l.id)) FROM (
      SELECT DISTINCT hashtextextended(a, 0) AS id FROM unnest(${addresses}::text[]) AS a ORDER BY id) AS l`;
}
