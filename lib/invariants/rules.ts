/** A rule that damage to the data can break. `sql` finds what breaks it: the ids, as `id`. `$1` is the present. */
export type Rule = { name: string; says: string; sql: string };

const live = `('applied', 'held', 'waitlisted', 'confirmed', 'completed')`;
const seated = `('held', 'confirmed', 'completed')`;

/** The rules of the design that data can break, beside what the schema's constraints already refuse. */
export const rules: Rule[] = [
  {
    name: "never-overbooked",
    says: "Seats held plus seats confirmed never exceed a cohort's capacity (rule 1).",
    sql: `SELECT c."id" FROM "Cohort" c WHERE c."capacity" <
      (SELECT COALESCE(sum(e."seats"), 0) FROM "Enrollment" e WHERE e."cohortId" = c."id" AND e."state" IN ${seated})`,
  },
  {
    name: "seats-counted",
    says: "A cohort's count of seats taken and parties waiting is what its enrolments say (rule 1).",
    sql: `SELECT c."id" FROM "Cohort" c LEFT JOIN "Enrollment" e ON e."cohortId" = c."id" GROUP BY c."id"
      HAVING c."seatsTaken" <> COALESCE(sum(e."seats") FILTER (WHERE e."state" IN ${seated}), 0)
        OR c."partiesWaiting" <> count(*) FILTER (WHERE e."state" = 'waitlisted')`,
  },
  {
    name: "party-whole",
    says: "An enrolment has as many seats as its party has members who are coming, or who come anyway (rule 2).",
    sql: `SELECT e."id" FROM "Enrollment" e WHERE e."state" IN ${live} AND e."seats" <>
      (SELECT count(*) FROM "Member" m WHERE m."partyId" = e."partyId" AND m."state" IN ('invited', 'confirmed')
        AND (m."comesAnyway" OR NOT e."forFewer"))`,
  },
  {
    name: "one-live-enrollment",
    says: "A party has one live enrolment in a cohort (rule 2).",
    sql: `SELECT min("id"::text)::uuid AS id FROM "Enrollment" WHERE "state" IN ${live}
      GROUP BY "partyId", "cohortId" HAVING count(*) > 1`,
  },
  {
    name: "own-yes",
    says: "A confirmed enrolment has the own yes of every member who is coming (rule 3).",
    sql: `SELECT e."id" FROM "Enrollment" e JOIN "Member" m ON m."partyId" = e."partyId" AND m."state" IN ('invited', 'confirmed')
      WHERE e."state" IN ('confirmed', 'completed')
        AND NOT EXISTS (SELECT 1 FROM "Acceptance" a WHERE a."enrollmentId" = e."id" AND a."memberId" = m."id")`,
  },
  {
    name: "yes-of-a-stranger",
    says: "Nobody says yes for a party that is not theirs (rule 3).",
    sql: `SELECT a."enrollmentId" AS id FROM "Acceptance" a JOIN "Member" m ON m."id" = a."memberId"
      JOIN "Enrollment" e ON e."id" = a."enrollmentId" WHERE m."partyId" <> e."partyId" AND e."state" IN ${live}`,
  },
  {
    name: "invited-forgotten",
    says: "Who declined an invitation, or let it lapse, is forgotten (rule 3).",
    sql: `SELECT p."id" FROM "Person" p JOIN "Member" m ON m."personId" = p."id"
      WHERE m."state" = 'declined' AND (p."name" <> '' OR p."email" IS NOT NULL)`,
  },
  {
    name: "hold-has-an-end",
    says: "Held seats have a time at which they are free again, and nothing else has (rule 1).",
    sql: `SELECT "id" FROM "Enrollment" WHERE ("state" = 'held') <> ("holdExpiresAt" IS NOT NULL)`,
  },
  {
    name: "hold-ended-in-time",
    says: "A hold whose time has run out has ended within ten minutes.",
    sql: `SELECT "id" FROM "Enrollment" WHERE "state" = 'held' AND "holdExpiresAt" < $1::timestamptz - interval '10 minutes'`,
  },
  {
    name: "passing-explained",
    says: "Every time a party was passed over or its time lapsed, it is written why (rule 5).",
    sql: `SELECT e."id" FROM "Enrollment" e WHERE (e."passedOver" > 0 OR e."state" = 'expired')
      AND NOT EXISTS (SELECT 1 FROM "WaitlistDecision" d WHERE d."enrollmentId" = e."id"
        AND d."kind" = CASE WHEN e."state" = 'expired' THEN 'lapsed' ELSE 'passedOver' END::"DecisionKind")`,
  },
  {
    name: "invitation-ended-in-time",
    says: "An invitation whose time is over is no longer open after ten minutes.",
    sql: `SELECT i."id" FROM "Invitation" i JOIN "Wave" w ON w."id" = i."waveId"
      WHERE i."state" = 'sent' AND w."replyBy" < $1::timestamptz - interval '10 minutes'`,
  },
  {
    name: "interest-of-the-waiting",
    says: "Nobody waits on a program's interest list who has had a place in it for ten minutes.",
    sql: `SELECT i."id" FROM "Interest" i WHERE i."state" = 'waiting' AND EXISTS (
      SELECT 1 FROM "Enrollment" e JOIN "Cohort" c ON c."id" = e."cohortId"
      WHERE e."partyId" = i."partyId" AND c."programId" = i."programId"
        AND e."state" = 'confirmed' AND e."confirmedAt" < $1::timestamptz - interval '10 minutes')`,
  },
  {
    name: "mail-tried",
    says: "A message that is queued has a job that sends it (rule 6).",
    sql: `SELECT m."id" FROM "Message" m WHERE m."direction" = 'outgoing' AND m."state" IN ('queued', 'sending')
      AND NOT EXISTS (SELECT 1 FROM graphile_worker.jobs j WHERE j.key = 'send-messages:' || m."batch"
        AND (j.attempts < j.max_attempts OR j.locked_at IS NOT NULL))`,
  },
  {
    name: "mail-read",
    says: "A message that came in has been read, or has a job that reads it (rule 6).",
    sql: `SELECT m."id" FROM "Message" m WHERE m."direction" = 'incoming' AND m."state" = 'received'
      AND NOT EXISTS (SELECT 1 FROM graphile_worker.jobs j WHERE j.key = 'read-received' AND j.attempts < j.max_attempts)`,
  },
  {
    name: "wall-clock-kept",
    says: "A session's instant is its local time in the cohort's zone (rule 8).",
    sql: `SELECT s."id" FROM "Session" s JOIN "Cohort" c ON c."id" = s."cohortId"
      WHERE s."startsAt" <> s."startsLocal" AT TIME ZONE c."timeZone"`,
  },
  {
    name: "transition-audited",
    says: "Every enrolment has an event that says who made it (rule 10).",
    sql: `SELECT e."id" FROM "Enrollment" e WHERE NOT EXISTS
      (SELECT 1 FROM "AuditEvent" a WHERE a."subjectId" = e."id" AND a."action" = 'enrollment.placed')`,
  },
  {
    name: "mark-of-the-enrolled",
    says: "Attendance is marked of people who have, or had, a confirmed place in that cohort, and of guests.",
    sql: `SELECT DISTINCT k."personId" AS id FROM "AttendanceMark" k JOIN "Session" s ON s."id" = k."sessionId"
      WHERE NOT EXISTS (SELECT 1 FROM "Member" m JOIN "Enrollment" e ON e."partyId" = m."partyId"
        WHERE m."personId" = k."personId" AND e."cohortId" = s."cohortId" AND e."confirmedAt" IS NOT NULL)
      AND NOT EXISTS (SELECT 1 FROM "MakeUp" g WHERE g."personId" = k."personId" AND g."hostSessionId" = s."id"
        AND g."state" IN ('agreed', 'takenBack'))`,
  },
  {
    name: "attendance-kept",
    says: "What the marks of a person at a session come to is kept for each of them.",
    sql: `SELECT DISTINCT k."personId" AS id FROM "AttendanceMark" k WHERE NOT EXISTS
      (SELECT 1 FROM "Attendance" a WHERE a."personId" = k."personId" AND a."sessionId" = k."sessionId")`,
  },
];
