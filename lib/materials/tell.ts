import { takingPart } from "#lib/attendance/enrolled.ts";
import { job } from "#lib/audit/actor.ts";
import { auditInsert } from "#lib/audit/record.ts";
import { dateOf, instantOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { isAwake } from "#lib/clock/waking.ts";
import { db } from "#lib/db/client.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { manyMessagesInsert, sendManyJobs } from "#lib/mail/queue.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import type { AttendanceStatus } from "../../prisma/generated/enums.ts";
import { missedFor } from "./find-releases.ts";
import { type RuleInJson, ruleInJson, ruleOf } from "./rule-in-json.ts";
import { type Times, visibleAt } from "./visible.ts";

/** Whoever releases several things one after the other tells of them once. */
const gathered = { minutes: 10 };
/** What is older is no news. */
const news = { hours: 7 * 24 };

type Candidate = Times & {
  releaseId: string;
  personId: string;
  memberId: string;
  rule: RuleInJson;
  mark: AttendanceStatus | null;
  sharesMailbox: boolean;
  confirmedAt: Date;
};

/**
 * Tells those who take part of what they see since a short while, in one letter each, and of each release once.
 * In the clinic's waking hours, and nobody of what was there before they came. Returns how many letters.
 */
export async function tellOfReleases(at = now()): Promise<number> {
  if (!isAwake(at)) return 0;
  const due = new Map<string, { memberId: string; releaseIds: string[]; newest: Temporal.Instant }>();
  for (const candidate of await candidates(at)) {
    const since = visibleAt(
      ruleOf(candidate.rule),
      candidate,
      missedFor(candidate.mark, candidate.sharesMailbox),
    );
    if (!since || !isBetween(at.subtract(news), since, at)) continue;
    if (Temporal.Instant.compare(since, instantOf(candidate.confirmedAt)) < 0) continue;
    const { personId, memberId, releaseId } = candidate;
    const letter = due.get(personId) ?? { memberId, releaseIds: [], newest: since };
    letter.releaseIds.push(releaseId);
    if (Temporal.Instant.compare(since, letter.newest) > 0) letter.newest = since;
    due.set(personId, letter);
  }
  const ripe = [...due].filter(([, { newest }]) => Temporal.Instant.compare(newest.add(gathered), at) <= 0);
  return ripe.length === 0
    ? 0
    : queueLetters(
        ripe.map(([personId, { memberId, releaseIds }]) => ({ personId, memberId, releaseIds })),
        at,
      );
}

/** Everybody whom nobody told yet, with each release that may have appeared for them of late. */
function candidates(at: Temporal.Instant): Promise<Candidate[]> {
  const [until, from] = [dateOf(at), dateOf(at.subtract(news))];
  return db.$queryRaw<Candidate[]>(Prisma.sql`
    SELECT DISTINCT ON (r."id", p."id") r."id" AS "releaseId", p."id" AS "personId", m."id" AS "memberId",
      s."startsAt", s."endsAt", ${ruleInJson} AS "rule", a."status" AS "mark", e."confirmedAt",
      EXISTS (
        SELECT FROM "Person" other WHERE other."email" = p."email" AND other."name" <> p."name"
      ) AS "sharesMailbox"
    FROM "Release" r
    JOIN "Session" s ON s."id" = r."sessionId"
    JOIN "Cohort" c ON c."id" = s."cohortId" AND c."state" <> 'cancelled'
    JOIN "Enrollment" e ON e."cohortId" = c."id" AND e."state"::text = ANY (${takingPart.enrollment.state.in})
    JOIN "Member" m ON m."partyId" = e."partyId" AND m."state"::text = ${takingPart.member.state}
    JOIN "Person" p ON p."id" = m."personId" AND p."email" IS NOT NULL AND p."erasedAt" IS NULL
    LEFT JOIN "Attendance" a ON a."sessionId" = s."id" AND a."personId" = p."id"
    CROSS JOIN LATERAL (
      SELECT COALESCE(r."releasedAt", CASE r."rule"
        WHEN 'beforeSession' THEN s."startsAt" - r."offsetMinutes" * interval '1 minute'
        WHEN 'afterSession' THEN s."endsAt" + r."offsetMinutes" * interval '1 minute'
        WHEN 'atTime' THEN r."appearsAt" END) AS "first"
    ) appears
    WHERE r."takenBackAt" IS NULL AND "first" <= ${until}
      AND "first" + r."missedOffsetMinutes" * interval '1 minute' > ${from}
      AND NOT EXISTS (SELECT FROM "ReleaseNotice" n WHERE n."releaseId" = r."id" AND n."personId" = p."id")
    ORDER BY r."id", p."id", m."id"`);
}

/** One statement, so that two at once tell nobody twice. */
async function queueLetters(
  letters: { personId: string; memberId: string; releaseIds: string[] }[],
  at: Temporal.Instant,
): Promise<number> {
  const [done] = await inTransaction((tx) =>
    tx.$queryRaw<{ letters: number }[]>(Prisma.sql`
    WITH due AS (
      SELECT l.* FROM jsonb_to_recordset(${JSON.stringify(letters)}::jsonb)
        AS l("personId" uuid, "memberId" uuid, "releaseIds" uuid[])),
    fresh AS (
      INSERT INTO "ReleaseNotice" ("releaseId", "personId", "at")
      SELECT unnest(d."releaseIds"), d."personId", ${dateOf(at)} FROM due d
      ON CONFLICT DO NOTHING
      RETURNING "releaseId", "personId"),
    told AS (SELECT "personId", jsonb_agg("releaseId" ORDER BY "releaseId") AS ids FROM fresh GROUP BY "personId"),
    queued AS (${manyMessagesInsert(
      Prisma.sql`
      SELECT 'materials-released'::text, p."email"::text, p."name",
        jsonb_build_object('memberId', d."memberId", 'personId', p."id", 'releaseIds', t.ids), NULL::uuid, NULL::text
      FROM told t JOIN due d ON d."personId" = t."personId" JOIN "Person" p ON p."id" = t."personId"`,
      at,
    )}),
    noted AS (${auditInsert(job, "release.told", Prisma.sql`SELECT DISTINCT f."releaseId" FROM fresh f`)})
    SELECT (SELECT count(*) FROM queued)::int AS letters, ${sendManyJobs(Prisma.sql`queued`)}`),
  );
  return done?.letters ?? 0;
}

function isBetween(from: Temporal.Instant, at: Temporal.Instant, until: Temporal.Instant): boolean {
  return Temporal.Instant.compare(from, at) <= 0 && Temporal.Instant.compare(at, until) <= 0;
}
