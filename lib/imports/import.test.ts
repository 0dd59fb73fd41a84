import { beforeEach, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { check } from "#lib/invariants/check.ts";
import { aCohort, alex, aParty, enrollment, letters, monday, robin } from "#lib/testing/cast.ts";
import type { Field } from "./fields.ts";
import { importWaitlist } from "./import.ts";
import { loadDestinations, previewImport } from "./queries.ts";

const columns: Field[] = ["name", "email", "since"];
const list = `Name;E-mail;Since
Kim;kim@example.org;2026-03-01
Ana & Noor;ana@example.org noor@example.org;2026-01-15
Sol;sol@example.org;
`;

let cohortId: string;

beforeEach(async () => {
  // Full: its two chairs are kept for Max and Mo.
  cohortId = await aCohort({ capacity: 2, largestParty: 2 });
  await aParty(cohortId, ["Max", "Mo"]);
});

function input(changes: { text?: string; importToken?: string; cohortId?: string } = {}) {
  return { cohortId, importToken: crypto.randomUUID(), text: list, columns, order: null, ...changes };
}

const whole = { leaveOut: false, write: false };

async function line() {
  const waiting = await db.enrollment.findMany({
    where: { cohortId, state: "waitlisted" },
    orderBy: [{ joinedAt: "asc" }, { id: "asc" }],
  });
  return Promise.all(waiting.map(({ id }) => enrollment(id)));
}

/** How many rows there are of all that an import writes. */
async function rows() {
  return Promise.all([
    db.enrollment.count(),
    db.party.count(),
    db.person.count(),
    db.member.count(),
    db.waitlistDecision.count(),
    db.message.count(),
    db.auditEvent.count(),
  ]);
}

test("everybody keeps the place in line that they had, reads why, and no letter is sent", async () => {
  const late = await aParty(cohortId, ["Uma"], monday);
  const outcome = await importWaitlist(await alex(), input(), whole, monday);
  expect(outcome).toEqual({ ok: true, value: { parties: 3, people: 4, offered: 0 } });
  const waiting = await line();
  expect(
    waiting.map(({ joinedAt, seats, members }) => [
      members.map(({ person, position, state }) => [person.name, person.email, position, state]),
      seats,
      joinedAt.toISOString(),
    ]),
  ).toEqual([
    [
      [
        ["Ana", "ana@example.org", 1, "invited"],
        ["Noor", "noor@example.org", 2, "invited"],
      ],
      2,
      "2026-01-15T05:00:00.000Z",
    ],
    [[["Kim", "kim@example.org", 1, "invited"]], 1, "2026-03-01T05:00:00.000Z"],
    [[["Sol", "sol@example.org", 1, "invited"]], 1, "2026-03-01T05:00:00.001Z"],
    [[["Uma", "uma@example.org", 1, "invited"]], 1, late.joinedAt.toISOString()],
  ]);
  const reasons = await db.waitlistDecision.findMany({ where: { enrollmentId: waiting[0]?.id } });
  expect(reasons.map(({ kind, reason }) => [kind, reason])).toEqual([
    ["changed", "You were brought over from the clinic's list on 23 November 2026, with your place in line."],
  ]);
  for (const { id } of waiting.slice(0, 3)) expect(await letters(id)).toEqual([]);
  expect((await check(monday)).filter(({ ids }) => ids.length > 0)).toEqual([]);
});

test("when asked to, it writes to everybody in line", async () => {
  await importWaitlist(await alex(), input(), { leaveOut: false, write: true }, monday);
  const [couple] = await line();
  expect(await letters(String(couple?.id))).toEqual([
    ["waitlisted", "ana@example.org"],
    ["waitlisted", "noor@example.org"],
  ]);
  expect((await check(monday)).filter(({ ids }) => ids.length > 0)).toEqual([]);
});

test("free seats are offered at once to whoever is first, who gets that letter alone", async () => {
  const empty = await aCohort({ capacity: 2, largestParty: 2 });
  const outcome = await importWaitlist(
    await alex(),
    input({ cohortId: empty }),
    { leaveOut: false, write: true },
    monday,
  );
  expect(outcome).toEqual({ ok: true, value: { parties: 3, people: 4, offered: 1 } });
  const held = await db.enrollment.findMany({ where: { cohortId: empty, state: "held" } });
  expect(held).toHaveLength(1);
  expect(await letters(String(held[0]?.id))).toEqual([
    ["offer", "ana@example.org"],
    ["offer", "noor@example.org"],
  ]);
});

test("a row that the database refuses leaves nothing", async () => {
  const actor = await alex();
  const before = await rows();
  await db.$executeRaw`ALTER TABLE "Person" ADD CONSTRAINT no_sol CHECK ("name" <> 'Sol') NOT VALID`;
  await expect(importWaitlist(actor, input(), whole, monday)).rejects.toThrow();
  await db.$executeRaw`ALTER TABLE "Person" DROP CONSTRAINT no_sol`;
  expect(await rows()).toEqual(before);
});

test("a row with a problem stops the whole list, until it is left out", async () => {
  const text = `${list}Lou;lou.example.org;2026-02-02\n`;
  const before = await db.enrollment.count();
  expect(await importWaitlist(await alex(), input({ text }), whole, monday)).toEqual({
    ok: false,
    reason: "problems",
  });
  expect(await db.enrollment.count()).toBe(before);
  const outcome = await importWaitlist(
    await alex(),
    input({ text }),
    { leaveOut: true, write: false },
    monday,
  );
  expect(outcome.ok && outcome.value.parties).toBe(3);
});

test("the same list sent twice at once is brought over once, and both are told so", async () => {
  const actor = await alex();
  const same = input();
  const outcomes = await Promise.all([
    importWaitlist(actor, same, whole, monday),
    importWaitlist(actor, same, whole, monday),
  ]);
  expect(outcomes[0]).toEqual(outcomes[1]);
  expect(await line()).toHaveLength(3);
});

test("read once more, everybody is there already", async () => {
  const actor = await alex();
  await importWaitlist(actor, input(), whole, monday);
  expect(await importWaitlist(actor, input(), whole, monday)).toEqual({ ok: false, reason: "nobody" });
  const preview = await previewImport(actor, input(), monday);
  expect(preview.ok && preview.value.rows.map(({ kind }) => kind)).toEqual(["skipped", "skipped", "skipped"]);
});

test("only an admin, and only to a cohort that has not begun", async () => {
  const facilitator = await robin();
  expect(await importWaitlist(facilitator, input(), whole, monday)).toEqual({
    ok: false,
    reason: "not_there",
  });
  expect(await previewImport(facilitator, input(), monday)).toEqual({ ok: false, reason: "not_there" });
  expect(await loadDestinations(facilitator, monday)).toEqual([]);
  const begun = Temporal.Instant.from("2027-02-01T15:00:00Z");
  expect(await importWaitlist(await alex(), input(), whole, begun)).toEqual({
    ok: false,
    reason: "not_there",
  });
  expect((await loadDestinations(await alex(), begun)).map(({ id }) => id)).not.toContain(cohortId);
  const missing = input({ cohortId: crypto.randomUUID() });
  expect(await importWaitlist(await alex(), missing, whole, monday)).toEqual({
    ok: false,
    reason: "not_there",
  });
});

test("two thousand rows are brought over at once, and written to", async () => {
  const text = `Name,Email,Since\n${Array.from({ length: 2000 }, (_, i) => `Person ${String.fromCharCode(65 + (i % 26))}${i},p${i}@example.org,2026-01-01`).join("\n")}`;
  const outcome = await importWaitlist(
    await alex(),
    input({ text }),
    { leaveOut: false, write: true },
    monday,
  );
  expect(outcome.ok && outcome.value.parties).toBe(2000);
  const first = await db.enrollment.findMany({
    where: { cohortId, state: "waitlisted" },
    orderBy: [{ joinedAt: "asc" }, { id: "asc" }],
    take: 3,
    select: { party: { select: { members: { select: { person: { select: { email: true } } } } } } },
  });
  expect(first.flatMap(({ party }) => party.members.map(({ person }) => person.email))).toEqual([
    "p0@example.org",
    "p1@example.org",
    "p2@example.org",
  ]);
  expect(await db.message.count({ where: { template: "waitlisted" } })).toBeGreaterThanOrEqual(2000);
}, 60_000);
