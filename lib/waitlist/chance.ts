import { dateOf } from "#lib/clock/convert.ts";
import { db } from "#lib/db/client.ts";
import { Prisma } from "../../prisma/generated/client.ts";

/** Fewer parties than this say nothing. */
const enough = 20;

/** So many of the latest cohorts are looked at: how it was long ago is not how it is. */
const cohorts = 40;

/** Of ten parties like this one, so many were offered a place. */
export type Chance = { from: number; to: number };

/**
 * An honest range for the share `offered` of `parties`: the Wilson interval of 95 %, rounded outward to tenths.
 * Null when there are too few to say anything.
 */
export function chanceOf(offered: number, parties: number): Chance | null {
  if (parties < enough) return null;
  const z = 1.96;
  const share = offered / parties;
  const spread = (z * z) / parties;
  const centre = (share + spread / 2) / (1 + spread);
  const half = (z * Math.sqrt((share * (1 - share)) / parties + spread / (4 * parties))) / (1 + spread);
  return {
    from: Math.max(0, Math.floor((centre - half) * 10)),
    to: Math.min(10, Math.ceil((centre + half) * 10)),
  };
}

/**
 * What this clinic's own past says to a party of so many with so many people ahead: among parties of that size
 * that stayed in the line of a cohort that has started, and had at least as many people ahead when they joined,
 * how many were offered a place. Those who left by themselves are not counted, because nobody knows.
 */
export async function loadChance(
  seats: number,
  peopleAhead: number,
  at: Temporal.Instant,
): Promise<Chance | null> {
  const [past] = await db.$queryRaw<{ parties: number; offered: number }[]>(Prisma.sql`
    WITH past AS (
      SELECT c."id" FROM "Cohort" c JOIN "Session" s ON s."cohortId" = c."id"
      WHERE c."state" IN ('open', 'closed') GROUP BY c."id" HAVING min(s."startsAt") <= ${dateOf(at)}
      ORDER BY min(s."startsAt") DESC LIMIT ${cohorts}
    ), line AS (
      SELECT e."id", e."cohortId", e."seats", e."joinedAt", e."offeredAt"
      FROM "Enrollment" e JOIN past ON past."id" = e."cohortId"
      WHERE e."offeredAt" IS NOT NULL OR e."state" = 'waitlisted'
    )
    SELECT count(*)::int AS parties, count(me."offeredAt")::int AS offered FROM line me
    WHERE me."seats" = ${seats} AND ${peopleAhead} <= (
      SELECT COALESCE(sum(ahead."seats"), 0) FROM line ahead
      WHERE ahead."cohortId" = me."cohortId" AND (ahead."joinedAt", ahead."id") < (me."joinedAt", me."id")
        AND (ahead."offeredAt" IS NULL OR ahead."offeredAt" > me."joinedAt"))`);
  return past ? chanceOf(past.offered, past.parties) : null;
}

/** "Of ten parties of your size this far back, between three and five were offered a place." */
export function chanceWords({ from, to }: Chance): string {
  const parties = "Of ten parties of your size that were at least this far back in earlier groups";
  if (from === 0 && to === 10) return `${parties}, anything from none to all were offered a place.`;
  if (from === 0) return `${parties}, at most ${to} ${to === 1 ? "was" : "were"} offered a place.`;
  if (to === 10) return `${parties}, at least ${from} ${from === 1 ? "was" : "were"} offered a place.`;
  return `${parties}, between ${from} and ${to} were offered a place.`;
}
