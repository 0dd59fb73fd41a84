import type { Staff } from "#lib/audit/actor.ts";
import { isCohortOf } from "#lib/auth/policy.ts";
import { instantOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { settings } from "#lib/config/settings.ts";
import { db } from "#lib/db/client.ts";
import { Prisma } from "../../prisma/generated/client.ts";

/** So many rows are drawn; who has more finds them in the list of groups. */
const most = 12;

/** The actor's cohorts that meet in the year of `at`, as the clinic's calendar has it: when each begins, meets and ends. */
export async function loadYear(actor: Staff, at = now()) {
  const year = at.toZonedDateTimeISO(settings().CLINIC_ZONE).year;
  const [from, to] = [`${year}-01-01`, `${year + 1}-01-01`];
  const rows = await db.$queryRaw<Row[]>(Prisma.sql`
    SELECT c."id", c."title", c."capacity", c."seatsTaken" AS "taken", m."days", m."startsAt", m."endsAt", count(*) OVER ()::int AS "all"
    FROM (
      SELECT s."cohortId", array_agg(s."startsLocal"::date::text ORDER BY s."startsAt") AS "days",
        min(s."startsAt") AS "startsAt", max(s."endsAt") AS "endsAt"
      FROM "Session" s
      WHERE s."cancelledAt" IS NULL AND s."startsLocal" >= ${from}::timestamp AND s."startsLocal" < ${to}::timestamp
        AND s."startsAt" >= ${from}::timestamptz - interval '1 day' AND s."startsAt" < ${to}::timestamptz + interval '1 day'
      GROUP BY s."cohortId") AS m
    JOIN "Cohort" c ON c."id" = m."cohortId" AND c."state" IN ('open', 'closed')
    WHERE ${isCohortOf(actor)}
    ORDER BY m."startsAt" DESC, c."id" LIMIT ${most}`);
  return {
    year,
    more: Math.max(0, (rows[0]?.all ?? 0) - rows.length),
    today: at.toZonedDateTimeISO(settings().CLINIC_ZONE).toPlainDate(),
    cohorts: rows.reverse().map(({ days, startsAt, endsAt, all: _, ...cohort }) => ({
      ...cohort,
      days: days.map((day) => Temporal.PlainDate.from(day)),
      state: stateOf(instantOf(startsAt), instantOf(endsAt), at),
    })),
  };
}

type Row = {
  id: string;
  title: string;
  capacity: number;
  taken: number;
  days: string[];
  startsAt: Date;
  endsAt: Date;
  all: number;
};

function stateOf(startsAt: Temporal.Instant, endsAt: Temporal.Instant, at: Temporal.Instant) {
  if (Temporal.Instant.compare(endsAt, at) <= 0) return "over" as const;
  return Temporal.Instant.compare(startsAt, at) <= 0 ? ("running" as const) : ("coming" as const);
}
