import pg from "pg";
import { ownDatabase } from "./support/database.ts";
import { compare, perSecond } from "./support/rounds.ts";

// How many couples a second the domain function enrols, beside one bare statement that writes the same rows
// (party, two people, two members, enrolment, audit event, two messages, their job) with no rule in it.
const couples = 600;
const atOnce = 16;
const people = [
  { name: "Ana", email: "ana@example.org" },
  { name: "Noor", email: "noor@example.org" },
];

await using database = await ownDatabase(atOnce);
const { enroll } = await import("#lib/enrollment/enroll.ts");
const { aCohort, monday } = await import("#lib/testing/cast.ts");
const { db } = await import("#lib/db/client.ts");
const pool = new pg.Pool({ connectionString: database.url, max: atOnce });
// A room for everybody, so that each of them is held and nobody waits.
await pool.query(`ALTER TABLE "Cohort" DROP CONSTRAINT "Cohort_sizes"`);

for (const cohorts of [64, 1]) {
  const rooms = async () => {
    const ids = await Promise.all(Array.from({ length: cohorts }, () => aCohort({ capacity: couples * 2 })));
    await pool.query(`DELETE FROM graphile_worker._private_jobs`);
    return ids;
  };
  await compare(
    cohorts === 1 ? "enroll, one hot cohort" : `enroll, spread over ${cohorts} cohorts`,
    {
      name: "enroll",
      round: async () => {
        const ids = await rooms();
        return perSecond(couples, atOnce, (index) =>
          enroll(
            { kind: "visitor" },
            {
              cohortId: String(ids[index % cohorts]),
              formToken: crypto.randomUUID(),
              inquiry: undefined,
              people,
            },
            monday,
          ),
        );
      },
    },
    {
      name: "statement",
      round: async () => {
        const ids = await rooms();
        return perSecond(couples, atOnce, (index) => pool.query(statement(String(ids[index % cohorts]))));
      },
    },
    0.5,
  );
}

await pool.end();
await db.$disconnect();

function statement(cohortId: string) {
  const id = () => crypto.randomUUID();
  return {
    name: "enroll",
    text: `WITH room AS (SELECT "id" FROM "Cohort" WHERE "id" = $1 FOR UPDATE),
      party AS (INSERT INTO "Party" ("id") SELECT $2::uuid FROM room),
      people AS (INSERT INTO "Person" ("id", "name", "email") VALUES ($3::uuid, 'Ana', 'ana@example.org'), ($4::uuid, 'Noor', 'noor@example.org')),
      members AS (INSERT INTO "Member" ("id", "partyId", "personId", "position") VALUES ($5::uuid, $2::uuid, $3::uuid, 1), ($6::uuid, $2::uuid, $4::uuid, 2)),
      enrolled AS (INSERT INTO "Enrollment" ("id", "partyId", "cohortId", "state", "seats", "joinedAt", "formToken", "holdExpiresAt")
        SELECT $7::uuid, $2::uuid, room."id", 'held', 2, now(), $8::uuid, now() + interval '2 days' FROM room),
      audited AS (INSERT INTO "AuditEvent" ("actorKind", "action", "subjectId", "details") VALUES ('visitor', 'enrollment.placed', $7::uuid, '{"seats":2}')),
      queued AS (INSERT INTO "Message" ("id", "batch", "direction", "state", "messageId", "template", "address", "name", "props")
        VALUES ($9::uuid, $9::uuid, 'outgoing', 'queued', $9 || '@example.org', 'please-confirm', 'ana@example.org', 'Ana', jsonb_build_object('memberId', $5, 'enrollmentId', $7)),
          ($10::uuid, $9::uuid, 'outgoing', 'queued', $10 || '@example.org', 'please-confirm', 'noor@example.org', 'Noor', jsonb_build_object('memberId', $6, 'enrollmentId', $7)) RETURNING "id")
      SELECT graphile_worker.add_job('send-messages', json_agg(json_build_object('id', "id")), job_key => 'send-messages:' || $9::uuid, max_attempts => 12, job_key_mode => 'unsafe_dedupe') FROM queued`,
    values: [cohortId, ...Array.from({ length: 9 }, id)],
  };
}
