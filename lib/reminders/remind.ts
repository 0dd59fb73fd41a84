import { takingPart } from "#lib/attendance/enrolled.ts";
import { job } from "#lib/audit/actor.ts";
import { auditInsert } from "#lib/audit/record.ts";
import { dateOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { manyMessagesInsert, sendManyJobs } from "#lib/mail/queue.ts";
import { Prisma } from "../../prisma/generated/client.ts";

/**
 * Reminds of sessions that are near, each person as they chose: once of each kind, and anew only when the session
 * was put off to another day since; a guest of the evening as well. Nobody who said that they can't come, and of nothing
 * that is cancelled. A day is counted on the wall of the cohort's zone. One statement, so that two at once remind nobody twice. Returns how many letters.
 */
export async function remindOfSessions(at = now()): Promise<number> {
  const [done] = await inTransaction((tx) =>
    tx.$queryRaw<{ letters: number }[]>(Prisma.sql`
    WITH due AS (
      SELECT DISTINCT ON (s."id", p."id", k.kind) s."id" AS "sessionId", p."id" AS "personId", k.kind, s."startsAt",
        m."id" AS "memberId", p."email", p."name"
      FROM "Session" s
      JOIN "Cohort" c ON c."id" = s."cohortId" AND c."state" IN ('open', 'closed')
      CROSS JOIN LATERAL (${ofTheGroup} UNION ALL ${guests}) AS m
      JOIN "Person" p ON p."id" = m."personId" AND p."email" IS NOT NULL AND p."erasedAt" IS NULL
      CROSS JOIN unnest(p."reminders") AS k(kind)
      WHERE s."cancelledAt" IS NULL
        AND s."startsAt" > ${dateOf(at)} AND s."startsAt" <= ${dateOf(at)}::timestamptz + interval '27 hours'
        AND CASE k.kind
          -- Who enrols, or chooses it, in the last hours is not told of tomorrow.
          WHEN 'day' THEN s."startsAt" > ${dateOf(at)}::timestamptz + interval '2 hours'
            AND (s."startsLocal" - interval '1 day') AT TIME ZONE c."timeZone" <= ${dateOf(at)}
          WHEN 'hour' THEN s."startsAt" <= ${dateOf(at)}::timestamptz + interval '1 hour' END
        AND NOT EXISTS (SELECT FROM "Attendance" a
          WHERE a."sessionId" = s."id" AND a."personId" = p."id" AND a."status" = 'excused')
      ORDER BY s."id", p."id", k.kind, m."id"),
    fresh AS (
      INSERT INTO "Reminder" AS r ("sessionId", "personId", "kind", "startsAt", "at")
      SELECT "sessionId", "personId", kind, "startsAt", ${dateOf(at)} FROM due
      ON CONFLICT ("sessionId", "personId", "kind") DO UPDATE
        SET "startsAt" = EXCLUDED."startsAt", "at" = EXCLUDED."at"
        WHERE EXCLUDED."startsAt" >= r."startsAt" + interval '12 hours'
      RETURNING "sessionId", "personId", "kind"),
    queued AS (${manyMessagesInsert(
      Prisma.sql`
      SELECT 'session-reminder'::text, d."email"::text, d."name", jsonb_build_object(
        'memberId', d."memberId", 'personId', d."personId", 'sessionId', d."sessionId", 'kind', d.kind,
        'startsAt', to_char(d."startsAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')), NULL::uuid, NULL::text
      FROM due d JOIN fresh f ON f."sessionId" = d."sessionId" AND f."personId" = d."personId" AND f."kind" = d.kind`,
      at,
    )}),
    noted AS (${auditInsert(job, "session.reminded", Prisma.sql`SELECT DISTINCT f."sessionId" FROM fresh f`)})
    SELECT (SELECT count(*) FROM queued)::int AS letters, ${sendManyJobs(Prisma.sql`queued`)}`),
  );
  return done?.letters ?? 0;
}

const seat = Prisma.sql`"Enrollment" e JOIN "Member" m ON m."partyId" = e."partyId"
  AND e."state"::text = ANY(${takingPart.enrollment.state.in}) AND m."state"::text = ${takingPart.member.state}`;

const ofTheGroup = Prisma.sql`SELECT m."id", m."personId" FROM ${seat} WHERE e."cohortId" = c."id"`;

/**
 * Whoever has a place in the program, also in another group by now, comes as agreed. Where a mailbox is shared nobody is:
 * what somebody missed is theirs alone (design rule 4).
 */
const guests = Prisma.sql`
  SELECT m."id", m."personId" FROM "MakeUp" g JOIN (${seat}) ON m."personId" = g."personId"
  JOIN "Cohort" own ON own."id" = e."cohortId" AND own."programId" = c."programId"
  JOIN "Person" self ON self."id" = g."personId"
  WHERE g."hostSessionId" = s."id" AND g."state" = 'agreed' AND NOT EXISTS (
    SELECT FROM "Person" other WHERE other."email" = self."email" AND other."name" <> self."name")`;
