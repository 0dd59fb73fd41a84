import { dateOf } from "#lib/clock/convert.ts";
import type { Tx } from "#lib/db/transaction.ts";

/** Takes a party off the list: it has a place now, or has left. */
export async function endInterest(tx: Tx, id: string, state: "enrolled" | "left", at: Temporal.Instant) {
  await tx.interest.update({ where: { id, state: "waiting" }, data: { state, endedAt: dateOf(at) } });
}
