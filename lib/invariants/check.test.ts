import { afterEach, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { confirm } from "#lib/enrollment/confirm.ts";
import { aCohort, aParty, member, monday } from "#lib/testing/cast.ts";
import { check } from "./check.ts";

const broken = async (at = monday) =>
  (await check(at)).filter(({ ids }) => ids.length > 0).map(({ name }) => name);

/** Damages the data as no verb and no constraint would let it be, and mends it afterwards. */
async function plant(sql: string): Promise<void> {
  await db.$transaction([
    db.$executeRawUnsafe("SET LOCAL session_replication_role = replica"),
    db.$executeRawUnsafe(sql),
  ]);
}

async function confirmedCouple() {
  const cohort = await aCohort();
  const party = await aParty(cohort);
  for (const { id } of party.members) await confirm(member(id), party.id, monday);
  return { cohort, party };
}

afterEach(async () => {
  await plant(`TRUNCATE "Enrollment", "Cohort", "Party", "Person", "Message", "File" CASCADE`);
  await db.$executeRawUnsafe("DELETE FROM graphile_worker._private_jobs");
});

test("every rule holds for what the verbs make", async () => {
  await confirmedCouple();
  await aParty(await aCohort({ capacity: 4 }), ["Ana", "Noor", "Kim"]);
  expect(await broken()).toEqual([]);
});

test.each([
  [
    "never-overbooked",
    `UPDATE "Enrollment" SET "seats" = 17`,
    ["never-overbooked", "seats-counted", "party-whole"],
  ],
  ["seats-counted", `UPDATE "Cohort" SET "seatsTaken" = 1`, ["seats-counted"]],
  ["party-whole", `UPDATE "Member" SET "state" = 'left' WHERE "position" = 2`, ["party-whole"]],
  [
    "own-yes",
    `DELETE FROM "Acceptance" WHERE "memberId" IN (SELECT "id" FROM "Member" WHERE "position" = 2)`,
    ["own-yes"],
  ],
  [
    "invited-forgotten",
    `UPDATE "Member" SET "state" = 'declined' WHERE "position" = 2`,
    ["party-whole", "invited-forgotten"],
  ],
  [
    "wall-clock-kept",
    `UPDATE "Session" SET "startsLocal" = "startsLocal" + interval '1 hour'`,
    ["wall-clock-kept"],
  ],
  ["transition-audited", `UPDATE "AuditEvent" SET "subjectId" = gen_random_uuid()`, ["transition-audited"]],
  ["mail-tried", `DELETE FROM graphile_worker._private_jobs`, ["mail-tried"]],
  [
    "mail-read",
    `INSERT INTO "Message" ("id", "direction", "state", "address", "raw", "fingerprint") VALUES (gen_random_uuid(), 'incoming', 'received', 'a@example.org', 'x', 'x')`,
    ["mail-read"],
  ],
  [
    "yes-of-a-stranger",
    `UPDATE "Member" SET "partyId" = gen_random_uuid() WHERE "position" = 2`,
    ["party-whole", "yes-of-a-stranger"],
  ],
  ["passing-explained", `UPDATE "Enrollment" SET "passedOver" = 1`, ["passing-explained"]],
  [
    "mark-of-the-enrolled",
    `INSERT INTO "AttendanceMark" ("sessionId", "personId", "status", "byUserId") SELECT s."id", gen_random_uuid(), 'present', gen_random_uuid() FROM "Session" s LIMIT 1`,
    ["mark-of-the-enrolled", "attendance-kept"],
  ],
  [
    "file-has-bytes",
    `INSERT INTO "File" ("id", "key", "name", "type", "bytes", "sha256") VALUES (gen_random_uuid(), 'gone', 'a.pdf', 'application/pdf', 3, '')`,
    ["file-has-bytes"],
  ],
])("planted damage is found: %s", async (_, sql, expected) => {
  await confirmedCouple();
  await plant(sql);
  expect(await broken()).toEqual(expected);
});

test("a hold that nobody ended, and one without an end", async () => {
  await aParty(await aCohort());
  expect(await broken(monday.add({ hours: 48, minutes: 9 }))).toEqual([]);
  expect(await broken(monday.add({ hours: 48, minutes: 11 }))).toEqual(["hold-ended-in-time"]);
  await db.$executeRawUnsafe(`ALTER TABLE "Enrollment" DROP CONSTRAINT "Enrollment_hold_has_an_end"`);
  await plant(`UPDATE "Enrollment" SET "holdExpiresAt" = NULL`);
  expect(await broken()).toEqual(["hold-has-an-end"]);
});

test("a party twice in one cohort", async () => {
  const { cohort, party } = await confirmedCouple();
  await db.$executeRawUnsafe(`DROP INDEX "Enrollment_one_live"`);
  await plant(`INSERT INTO "Enrollment" ("id", "partyId", "cohortId", "state", "seats", "joinedAt")
    VALUES (gen_random_uuid(), '${party.partyId}', '${cohort}', 'waitlisted', 2, now())`);
  expect(await broken()).toEqual(["seats-counted", "one-live-enrollment", "transition-audited"]);
});
