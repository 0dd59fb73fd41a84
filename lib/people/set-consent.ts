import { dateOf } from "#lib/clock/convert.ts";
import type { Tx } from "#lib/db/transaction.ts";

/** Writes down what a person said about one purpose, and how. Earlier words are kept; the newest count (design rule 13). */
export async function setConsent(
  tx: Tx,
  { personId, purpose, given, how }: { personId: string; purpose: string; given: boolean; how: string },
  at: Temporal.Instant,
): Promise<void> {
  await tx.consent.create({ data: { personId, purpose, given, how, at: dateOf(at) } });
}
