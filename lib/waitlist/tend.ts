import { job } from "#lib/audit/actor.ts";
import { now } from "#lib/clock/now.ts";
import { isAwake } from "#lib/clock/waking.ts";
import { db } from "#lib/db/client.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { promote } from "./promote.ts";

/**
 * Looks after the lines that nobody touches: what came free at night is offered in the morning, a party that
 * rested is asked again, and seats that were saved are let go when their time is over. Returns how many
 * parties were offered seats.
 */
export async function tendWaitlists(at = now()): Promise<number> {
  if (!isAwake(at)) return 0;
  const cohorts = await db.cohort.findMany({
    where: {
      state: { in: ["open", "closed"] },
      partiesWaiting: { gt: 0 },
      seatsTaken: { lt: db.cohort.fields.capacity },
    },
    take: 500,
    select: { id: true },
  });
  let offered = 0;
  for (const { id } of cohorts) {
    offered += (await inTransaction((tx) => promote(tx, job, id, at))).length;
  }
  return offered;
}
