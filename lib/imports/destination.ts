import { dateOf } from "#lib/clock/convert.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import type { Destination } from "./plan.ts";

/** Cohorts that a list can go to: whose first session is still ahead. */
export function canTakeList(at: Temporal.Instant) {
  return {
    state: { in: ["draft", "open", "closed"] },
    sessions: { some: {}, every: { startsAt: { gt: dateOf(at) } } },
  } satisfies Prisma.CohortWhereInput;
}

/** What a plan needs to know of a cohort, or null when no list can go there. */
export async function destinationOf(
  tx: Tx,
  cohortId: string,
  at: Temporal.Instant,
): Promise<(Destination & { title: string }) | null> {
  const cohort = await tx.cohort.findFirst({
    where: { id: cohortId, ...canTakeList(at) },
    select: { title: true, timeZone: true, largestParty: true, audience: true },
  });
  return cohort && { ...cohort, there: await addressesThere(tx, cohortId) };
}

async function addressesThere(tx: Tx, cohortId: string): Promise<Destination["there"]> {
  const rows = await tx.$queryRaw<{ address: string; waiting: boolean }[]>(Prisma.sql`
    SELECT lower(p."email"::text) AS address, bool_or(e."state" IN ('applied', 'waitlisted')) AS waiting
    FROM "Enrollment" e JOIN "Member" m ON m."partyId" = e."partyId" AND m."state" IN ('invited', 'confirmed')
      JOIN "Person" p ON p."id" = m."personId"
    WHERE e."cohortId" = ${cohortId}::uuid AND p."email" IS NOT NULL
      AND e."state" IN ('applied', 'held', 'waitlisted', 'confirmed', 'completed')
    GROUP BY 1`);
  return new Map(rows.map(({ address, waiting }) => [address, waiting ? "waiting" : "placed"]));
}
