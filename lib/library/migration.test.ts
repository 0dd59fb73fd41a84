import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";

// A clinic that ran before there was a library: its migrations up to then, its rows, and then the ones that carry them over.
const folder = join(process.cwd(), "prisma/migrations");
const carriesOver = ["20261128033000_material_words", "20261128033100_library_and_releases"];
const name = `migration_${crypto.randomUUID().replaceAll("-", "")}`;
const admin = new pg.Client({ connectionString: inject("postgres") });
const client = new pg.Client({ connectionString: inject("postgres").replace(/\/postgres$/, `/${name}`) });

beforeAll(async () => {
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  await client.connect();
  for (const migration of readdirSync(folder).sort())
    if (/^\d/.test(migration) && migration < String(carriesOver[0])) await apply(migration);
});

afterAll(async () => {
  await client.end();
  await admin.query(`DROP DATABASE ${name}`);
  await admin.end();
});

const apply = (migration: string) =>
  client.query(readFileSync(join(folder, migration, "migration.sql"), "utf8"));

test("what each session had goes on as it was, to the minute, and nobody is told of it anew", async () => {
  const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`;
  await client.query(`
    INSERT INTO "User" ("id", "email", "name", "role") VALUES ('${id(1)}', 'sam@example.org', 'Sam', 'facilitator');
    INSERT INTO "Program" ("id", "title") VALUES ('${id(2)}', 'MSC');
    INSERT INTO "Cohort" ("id", "programId", "title", "timeZone", "capacity", "largestParty")
      VALUES ('${id(3)}', '${id(2)}', 'Winter evenings', 'America/Toronto', 8, 4);
    INSERT INTO "Session" ("id", "cohortId", "position", "kind", "title", "minutes", "startsLocal", "startsAt", "endsAt") VALUES
      ('${id(4)}', '${id(3)}', 1, 'weekly', 'One', 150, '2020-01-07 18:30', '2020-01-07 23:30Z', '2020-01-08 02:00Z'),
      ('${id(5)}', '${id(3)}', 2, 'weekly', 'Two', 150, '2120-01-07 18:30', '2120-01-07 23:30Z', '2120-01-08 02:00Z');
    INSERT INTO "Person" ("id", "name") VALUES ('${id(6)}', 'Ana'), ('${id(7)}', 'Kim');
    INSERT INTO "Party" ("id") VALUES ('${id(8)}'), ('${id(9)}');
    INSERT INTO "Member" ("id", "partyId", "personId", "position", "state") VALUES
      ('${id(10)}', '${id(8)}', '${id(6)}', 1, 'confirmed'), ('${id(11)}', '${id(9)}', '${id(7)}', 1, 'confirmed');
    INSERT INTO "Enrollment" ("id", "partyId", "cohortId", "state", "seats", "joinedAt", "confirmedAt") VALUES
      ('${id(12)}', '${id(8)}', '${id(3)}', 'confirmed', 1, now(), now());
    INSERT INTO "Acceptance" ("enrollmentId", "memberId", "at") VALUES ('${id(12)}', '${id(10)}', now());
    INSERT INTO "File" ("id", "key", "name", "type", "bytes", "sha256") VALUES ('${id(13)}', 'k', 'a.wav', 'audio/wav', 5, 'ab');
    INSERT INTO "Material" ("id", "sessionId", "kind", "title", "text", "fileId", "release", "offsetMinutes", "releaseAt") VALUES
      ('${id(20)}', '${id(4)}', 'recording', 'At its end', '', '${id(13)}', 'afterSession', 0, NULL),
      ('${id(21)}', '${id(4)}', 'text', 'An hour later', 'Words', NULL, 'afterSession', 60, NULL),
      ('${id(22)}', '${id(5)}', 'text', 'A day before', 'Words', NULL, 'afterSession', -1590, NULL),
      ('${id(23)}', '${id(5)}', 'text', 'During', 'Words', NULL, 'afterSession', -30, NULL),
      ('${id(24)}', '${id(5)}', 'text', 'In summer', 'Words', NULL, 'atTime', 0, '2119-07-01 12:00Z'),
      ('${id(25)}', '${id(5)}', 'text', 'By hand', 'Words', NULL, 'byHand', 0, '2020-01-02 12:00Z'),
      ('${id(26)}', '${id(5)}', 'text', 'Not yet', 'Words', NULL, 'byHand', 0, NULL);
    INSERT INTO "AuditEvent" ("actorKind", "actorId", "action", "subjectId")
      VALUES ('staff', '${id(1)}', 'material.added', '${id(20)}');`);

  for (const migration of carriesOver) await apply(migration);

  const releases = await client.query(`
    SELECT m."title", m."cohortId", s."title" AS "session", r."rule", r."offsetMinutes" AS "offset",
      r."appearsLocal"::text AS "local", r."releasedAt" IS NOT NULL AS "released", r."takenBackAt" AS "back",
      v."number", v."text", v."fileId", v."byUserId"
    FROM "Release" r JOIN "Material" m ON m."id" = r."materialId" JOIN "Session" s ON s."id" = r."sessionId"
    JOIN "MaterialVersion" v ON v."materialId" = m."id" ORDER BY r."id"`);
  const row = (title: string, session: string, rule: string, changes: object = {}) => ({
    title,
    cohortId: id(3),
    session,
    rule,
    offset: 0,
    local: null,
    released: false,
    back: null,
    number: 1,
    text: "Words",
    fileId: null,
    byUserId: null,
    ...changes,
  });
  expect(releases.rows).toEqual([
    row("At its end", "One", "afterSession", { text: "", fileId: id(13), byUserId: id(1) }),
    row("An hour later", "One", "afterSession", { offset: 60 }),
    row("A day before", "Two", "beforeSession", { offset: 1440 }),
    row("During", "Two", "atTime", { local: "2120-01-07 20:30:00" }),
    row("In summer", "Two", "atTime", { local: "2119-07-01 08:00:00" }),
    row("By hand", "Two", "byHand", { released: true }),
    row("Not yet", "Two", "byHand"),
  ]);
  const told = await client.query(`
    SELECT m."title", n."personId" FROM "ReleaseNotice" n
    JOIN "Release" r ON r."id" = n."releaseId" JOIN "Material" m ON m."id" = r."materialId" ORDER BY r."id"`);
  expect(told.rows).toEqual(
    ["At its end", "An hour later", "By hand"].map((title) => ({ title, personId: id(6) })),
  );
});
