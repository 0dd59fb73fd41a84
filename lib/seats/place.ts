import type { Actor } from "#lib/audit/actor.ts";
import { auditInsert } from "#lib/audit/record.ts";
import { dateOf } from "#lib/clock/convert.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { messageInsert, sendJobs } from "#lib/mail/queue.ts";
import { type NewMember, partyInsert } from "#lib/people/party-insert.ts";
import { type EnrollmentState, Prisma } from "../../prisma/generated/client.ts";

export type Placement = {
  enrollmentId: string;
  partyId: string;
  cohortId: string;
  members: NewMember[];
  formToken: string;
};

export type Placed = {
  /** Null when nothing was stored: the cohort's row says why. */
  state: EnrollmentState | null;
  /** Seats were free, but others wait: the line decides, in a transaction of its own. */
  lineDecides: boolean;
};

/**
 * Takes a party's seats, or a place in line, in one statement: party, people, seats, audit and the first
 * mail together. The cohort's row is locked first, so that two that arrive at once are served one after
 * the other; the database refuses overbooking whatever this statement thinks (design rules 1 and 2).
 *
 * `toLine` puts the party in line whatever is free, without mail.
 * @throws a unique violation on `formToken` when the same form arrives twice at the same moment.
 */
export async function place(
  tx: Tx,
  actor: Actor,
  { enrollmentId, partyId, cohortId, members, formToken }: Placement,
  at: Temporal.Instant,
  { toLine = false } = {},
): Promise<Placed> {
  const seats = members.length;
  const [placed] = await tx.$queryRaw<Placed[]>(Prisma.sql`
    WITH room AS (
      SELECT "id", "capacity" - "seatsTaken" AS free, "partiesWaiting" AS waiting, "offerHours" AS hours, "reviews", "lastJoinedAt" AS last
      FROM "Cohort" WHERE "id" = ${cohortId}::uuid AND "state" = 'open' AND "largestParty" >= ${seats}
        AND ("opensAt" IS NULL OR "opensAt" <= ${dateOf(at)}) AND ("closesAt" IS NULL OR "closesAt" > ${dateOf(at)})
        AND ("audience" = 'anyone' OR ("audience" = 'partners') = (${seats}::int > 1))
      FOR UPDATE
    ), start AS (
      SELECT min("startsAt") AS at FROM "Session" WHERE "cohortId" = ${cohortId}::uuid
    ), choice AS (
      SELECT room.*, start.at AS start, CASE
        WHEN room.reviews THEN 'applied'
        WHEN ${toLine} THEN 'waitlisted'
        WHEN room.free < ${seats} THEN 'waitlisted'
        WHEN room.waiting = 0 THEN 'held'
      END AS state
      FROM room, start
      WHERE start.at > ${dateOf(at)}
        AND NOT EXISTS (SELECT 1 FROM "Enrollment" WHERE "formToken" = ${formToken}::uuid)
    ), chosen AS (
      SELECT * FROM choice WHERE state IS NOT NULL
    ), ${partyInsert(Prisma.sql`chosen`, partyId, members)}, enrolled AS (
      INSERT INTO "Enrollment" ("id", "partyId", "cohortId", "state", "seats", "joinedAt", "formToken", "holdExpiresAt")
      SELECT ${enrollmentId}::uuid, ${partyId}::uuid, ${cohortId}::uuid, chosen.state::"EnrollmentState", ${seats},
        GREATEST(${dateOf(at)}, chosen.last + interval '1 millisecond'), ${formToken}::uuid,
        CASE WHEN chosen.state = 'held' THEN ${holdEnd(at, Prisma.sql`chosen.hours`, Prisma.sql`chosen.start`)} END
      FROM chosen RETURNING "id", "state"
    ), audited AS (
      ${auditInsert(actor, "enrollment.placed", Prisma.sql`SELECT "id" FROM enrolled`, { seats })}
    ), queued AS (${messageInsert(
      Prisma.sql`
      SELECT CASE enrolled."state" WHEN 'held' THEN 'please-confirm' WHEN 'applied' THEN 'applied' ELSE 'waitlisted' END, m.email, m.name,
        jsonb_build_object('memberId', m.id, 'enrollmentId', enrolled."id"), NULL::uuid, NULL::text
      FROM enrolled, written AS m WHERE NOT ${toLine}`,
      at,
    )})
    SELECT (SELECT "state" FROM enrolled) AS state,
      COALESCE((SELECT state IS NULL FROM choice), false) AS "lineDecides",
      ${sendJobs(Prisma.sql`queued`)}`);
  return placed ?? { state: null, lineDecides: false };
}

/** When a hold made at `at` ends: the offer period from now, to the full hour, and never after the first session begins. */
export function holdEnd(at: Temporal.Instant, hours: Prisma.Sql, start: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`LEAST(
    date_trunc('hour', ${dateOf(at)}::timestamptz + ${hours} * interval '1 hour' + interval '59 minutes 59.999 seconds'),
    ${start})`;
}
