import type { Staff } from "#lib/audit/actor.ts";
import { isCohortOf } from "#lib/auth/policy.ts";
import { dateOf, localOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import type { CohortState } from "../../prisma/generated/enums.ts";

const perPage = 15;

/**
 * The actor's cohorts, whose next session is soonest first; then those without dates, and those that are over or
 * cancelled at the end, the last one first. Fifteen a page, and whether there are more.
 */
export async function loadCohorts(actor: Staff, page: number, at = now()) {
  const rows = await db.$queryRaw<Listed[]>(Prisma.sql`
    WITH dates AS (
      SELECT s."cohortId", count(*)::int AS "sessionCount", min(s."startsLocal") AS "startsLocal", max(s."endsAt") AS "endsAt",
        min(s."startsAt") FILTER (WHERE s."endsAt" > ${dateOf(at)}) AS "nextAt",
        min(s."startsLocal") FILTER (WHERE s."endsAt" > ${dateOf(at)}) AS "nextLocal",
        count(*) FILTER (WHERE s."endsAt" <= ${dateOf(at)})::int AS "ended"
      FROM "Session" s WHERE s."cancelledAt" IS NULL GROUP BY s."cohortId"),
    shown AS (
      SELECT c.*, d.*, COALESCE(d."endsAt" <= ${dateOf(at)}, false) AS "finished",
        row_number() OVER (ORDER BY CASE WHEN c."state" <> 'cancelled' THEN d."nextAt" END NULLS LAST,
          (c."state" <> 'cancelled' AND d."endsAt" IS NULL) DESC, d."endsAt" DESC NULLS LAST, c."createdAt" DESC, c."id") AS "listed"
      FROM "Cohort" c LEFT JOIN dates d ON d."cohortId" = c."id"
      WHERE ${isCohortOf(actor)} ORDER BY "listed" OFFSET ${(page - 1) * perPage} LIMIT ${perPage + 1})
    SELECT "id", "title", "state"::text, "timeZone", "capacity", "seatsTaken", "partiesWaiting", COALESCE("sessionCount", 0) AS "sessionCount",
      "startsLocal", "finished", "nextLocal", "ended", ARRAY(
        SELECT u."name" FROM "CohortFacilitator" f JOIN "User" u ON u."id" = f."userId"
        WHERE f."cohortId" = shown."id" ORDER BY u."name") AS "facilitators"
    FROM shown ORDER BY "listed"`);
  return {
    hasNext: rows.length > perPage,
    cohorts: rows.slice(0, perPage).map(({ startsLocal, nextLocal, ended, ...cohort }) => ({
      ...cohort,
      /** The session that runs or comes next, and how many there were before it. */
      next: nextLocal && { startsLocal: localOf(nextLocal), number: (ended ?? 0) + 1 },
      startsLocal: startsLocal && localOf(startsLocal),
    })),
  };
}

type Listed = {
  id: string;
  title: string;
  state: CohortState;
  timeZone: string;
  capacity: number;
  seatsTaken: number;
  partiesWaiting: number;
  sessionCount: number;
  startsLocal: Date | null;
  finished: boolean;
  nextLocal: Date | null;
  ended: number | null;
  facilitators: string[];
};
