import { dateOf } from "#lib/clock/convert.ts";
import { settings } from "#lib/config/settings.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { lockCohort } from "#lib/seats/lock.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import type { Destination } from "./plan.ts";

/** Where a list can go: to the line of a cohort, or to the interest list of a program, for no cohort yet. */
export type Found = Destination & { kind: "cohort" | "program"; id: string; title: string };

/** Cohorts that a list can go to: whose first session is still ahead. */
export function canTakeList(at: Temporal.Instant) {
  return {
    state: { in: ["draft", "open", "closed"] },
    sessions: { some: {}, every: { startsAt: { gt: dateOf(at) } } },
  } satisfies Prisma.CohortWhereInput;
}

/** What a plan needs to know of where its list goes, or null when no list can go there. */
export async function destinationOf(tx: Tx, id: string, at: Temporal.Instant): Promise<Found | null> {
  const cohort = await tx.cohort.findFirst({
    where: { id, ...canTakeList(at) },
    select: { title: true, timeZone: true, largestParty: true, audience: true },
  });
  if (cohort) return { kind: "cohort", id, ...cohort, there: await addressesInLine(tx, id) };
  const program = await tx.program.findFirst({ where: { id, listed: true }, select: { title: true } });
  return (
    program && {
      kind: "program",
      id,
      ...program,
      timeZone: settings().CLINIC_ZONE,
      largestParty: Number.POSITIVE_INFINITY,
      audience: "anyone",
      there: await addressesOnList(tx, id),
    }
  );
}

/** Until the end of the transaction no other list is brought over to there. */
export async function lockDestination(tx: Tx, id: string): Promise<void> {
  await lockCohort(tx, id);
  await tx.$queryRaw(Prisma.sql`SELECT 1 FROM "Program" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`);
}

async function addressesInLine(tx: Tx, cohortId: string): Promise<Destination["there"]> {
  const rows = await tx.$queryRaw<{ address: string; waiting: boolean }[]>(Prisma.sql`
    SELECT lower(p."email"::text) AS address, bool_or(e."state" IN ('applied', 'waitlisted')) AS waiting
    FROM "Enrollment" e JOIN "Member" m ON m."partyId" = e."partyId" AND m."state" IN ('invited', 'confirmed')
      JOIN "Person" p ON p."id" = m."personId"
    WHERE e."cohortId" = ${cohortId}::uuid AND p."email" IS NOT NULL
      AND e."state" IN ('applied', 'held', 'waitlisted', 'confirmed', 'completed')
    GROUP BY 1`);
  return new Map(rows.map(({ address, waiting }) => [address, waiting ? "waiting" : "placed"]));
}

async function addressesOnList(tx: Tx, programId: string): Promise<Destination["there"]> {
  const rows = await tx.$queryRaw<{ address: string }[]>(Prisma.sql`
    SELECT DISTINCT lower(p."email"::text) AS address
    FROM "Interest" i JOIN "Member" m ON m."partyId" = i."partyId" AND m."state" IN ('invited', 'confirmed')
      JOIN "Person" p ON p."id" = m."personId"
    WHERE i."programId" = ${programId}::uuid AND i."state" = 'waiting' AND p."email" IS NOT NULL`);
  return new Map(rows.map(({ address }) => [address, "waiting"]));
}
