import { dateOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { forgetInvited } from "#lib/people/step-out.ts";
import { liveStates } from "#lib/seats/lock.ts";

/** So long after its group was cancelled, a party can still go on together elsewhere. */
const goesOnWithin = Temporal.Duration.from({ hours: 30 * 24 });

/**
 * Forgets those who had only been invited to a group that was cancelled, when their party has gone on nowhere:
 * the invitation has lapsed (design rule 3). Returns how many parties that were.
 */
export async function forgetStranded(at = now()): Promise<number> {
  const long = dateOf(at.subtract(goesOnWithin));
  const parties = await db.party.findMany({
    where: {
      members: { some: { state: "invited", position: { gt: 1 } } },
      enrollments: {
        some: { state: "cancelled" },
        none: { OR: [{ state: { in: [...liveStates] } }, { endedAt: { gt: long } }] },
      },
      interests: { none: { state: "waiting" } },
    },
    take: 200,
    select: { id: true },
  });
  for (const { id } of parties) await inTransaction((tx) => forgetInvited(tx, id, at));
  return parties.length;
}
