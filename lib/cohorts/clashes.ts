import type { Staff } from "#lib/audit/actor.ts";
import { cohortsOf, isCohortOf, mayAdminister } from "#lib/auth/policy.ts";
import { dateOf, localOf } from "#lib/clock/convert.ts";
import { onTheWall } from "#lib/clock/wall.ts";
import { db } from "#lib/db/client.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import type { MoveSession } from "./session-schema.ts";

export type Clash = {
  /** Null for a group that the actor doesn't work with. */
  title: string | null;
  /** On the wall of the other group's zone. */
  startsLocal: Temporal.PlainDateTime;
  /** The place that both are at, or an empty one. */
  place: string;
  /** Who would be in both. */
  facilitators: string[];
};

type Found = {
  key: string;
  title: string | null;
  startsLocal: Date;
  place: string | null;
  names: string[] | null;
};

/**
 * What else takes place while meetings do, with one of their facilitators or at their place; by the meeting's key.
 * `meetings` selects key, starts, ends, cohortId, place and facilitatorIds. It is a warning and refuses nothing:
 * two facilitators may share an evening, and a place may have two rooms.
 */
async function clashes(actor: Staff, meetings: Prisma.Sql): Promise<Map<string, Clash[]>> {
  const found = await db.$queryRaw<Found[]>(Prisma.sql`
    WITH asked AS (${meetings})
    SELECT a."key", CASE WHEN ${isCohortOf(actor)} THEN c."title" END AS "title", s."startsLocal", room."place",
      shared."names"
    FROM asked a
    JOIN "Session" s ON s."startsAt" < a."ends" AND s."startsAt" > a."starts" - interval '1 day'
      AND s."endsAt" > a."starts" AND s."cancelledAt" IS NULL
    JOIN "Cohort" c ON c."id" = s."cohortId" AND c."state" <> 'cancelled' AND c."id" IS DISTINCT FROM a."cohortId"
    CROSS JOIN LATERAL (SELECT CASE WHEN c."format" <> 'online' AND btrim(c."place") <> ''
      AND lower(btrim(c."place")) = lower(btrim(a."place")) THEN c."place" END AS "place") AS room
    CROSS JOIN LATERAL (SELECT array_agg(u."name" ORDER BY u."name") AS "names"
      FROM "CohortFacilitator" f JOIN "User" u ON u."id" = f."userId"
      WHERE f."cohortId" = c."id" AND f."userId" = ANY(a."facilitatorIds")) AS shared
    WHERE room."place" IS NOT NULL OR shared."names" IS NOT NULL
    ORDER BY s."startsAt", s."id" LIMIT 2000`);
  const byKey = new Map<string, Clash[]>();
  for (const { key, title, startsLocal, place, names } of found) {
    const clash = { title, startsLocal: localOf(startsLocal), place: place ?? "", facilitators: names ?? [] };
    byKey.set(key, [...(byKey.get(key) ?? []), clash]);
  }
  return byKey;
}

/** What clashes with the sessions that a condition on "Session" as m selects, by their id. */
export function clashesOfSessions(actor: Staff, which: Prisma.Sql): Promise<Map<string, Clash[]>> {
  return clashes(
    actor,
    Prisma.sql`
    SELECT m."id"::text AS "key", m."startsAt" AS "starts", m."endsAt" AS "ends", own."id" AS "cohortId",
      CASE WHEN own."format" = 'online' THEN '' ELSE own."place" END AS "place",
      ARRAY(SELECT "userId" FROM "CohortFacilitator" WHERE "cohortId" = own."id") AS "facilitatorIds"
    FROM "Session" m JOIN "Cohort" own ON own."id" = m."cohortId"
    WHERE m."cancelledAt" IS NULL AND own."state" <> 'cancelled' AND ${which}`,
  );
}

/** What would clash with a cohort that is being planned, by the place of each session in it. */
export async function clashesOfPlan(
  actor: Staff,
  sessions: { startsAt: Temporal.Instant; endsAt: Temporal.Instant }[],
  { format, place, facilitatorIds }: { format: string; place: string; facilitatorIds: string[] },
): Promise<Clash[][]> {
  const asked = mayAdminister(actor) ? facilitatorIds : [actor.userId];
  const found = await clashes(
    actor,
    Prisma.sql`
    SELECT (n - 1)::text AS "key", "starts", "ends", NULL::uuid AS "cohortId",
      ${format === "online" ? "" : place}::text AS "place", ${asked}::uuid[] AS "facilitatorIds"
    FROM unnest(${sessions.map(({ startsAt }) => dateOf(startsAt))}::timestamptz[],
      ${sessions.map(({ endsAt }) => dateOf(endsAt))}::timestamptz[]) WITH ORDINALITY AS given("starts", "ends", n)`,
  );
  return sessions.map((_, index) => found.get(String(index)) ?? []);
}

/** What a session of the actor's cohorts would clash with if it were moved. */
export async function clashesOfMove(
  actor: Staff,
  { sessionId, startsLocal, minutes }: MoveSession,
): Promise<Clash[]> {
  const session = await db.session.findFirst({
    where: { id: sessionId, cohort: cohortsOf(actor) },
    select: { cohort: { select: { timeZone: true } } },
  });
  if (!session) return [];
  const { startsAt } = onTheWall(startsLocal, session.cohort.timeZone);
  const endsAt = startsAt.add({ minutes });
  const found = await clashes(
    actor,
    Prisma.sql`
    SELECT m."id"::text AS "key", ${dateOf(startsAt)}::timestamptz AS "starts", ${dateOf(endsAt)}::timestamptz AS "ends",
      own."id" AS "cohortId", CASE WHEN own."format" = 'online' THEN '' ELSE own."place" END AS "place",
      ARRAY(SELECT "userId" FROM "CohortFacilitator" WHERE "cohortId" = own."id") AS "facilitatorIds"
    FROM "Session" m JOIN "Cohort" own ON own."id" = m."cohortId" WHERE m."id" = ${sessionId}::uuid`,
  );
  return found.get(sessionId) ?? [];
}
