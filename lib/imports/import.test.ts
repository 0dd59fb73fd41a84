import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { check } from "#lib/invariants/check.ts";
import { addProgram } from "#lib/programs/add.ts";
import { mindfulSelfCompassion } from "#lib/programs/built-in.ts";
import { aCohort, alex, aParty, enrollment, letters, monday, robin } from "#lib/testing/cast.ts";
import type { Field } from "./fields.ts";
import { importList } from "./import.ts";
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

function input(changes: { text?: string; importToken?: string; destinationId?: string } = {}) {
  return {
    destinationId: cohortId,
    importToken: crypto.randomUUID(),
    text: list,
    columns,
    order: null,
    ...changes,
  };
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
  const outcome = await importList(await alex(), input(), whole, monday);
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
  await importList(await alex(), input(), { leaveOut: false, write: true }, monday);
  const [couple] = await line();
  expect(await letters(String(couple?.id))).toEqual([
    ["waitlisted", "ana@example.org"],
    ["waitlisted", "noor@example.org"],
  ]);
  expect((await check(monday)).filter(({ ids }) => ids.length > 0)).toEqual([]);
});

test("free seats are offered at once to whoever is first, who gets that letter alone", async () => {
  const empty = await aCohort({ capacity: 2, largestParty: 2 });
  const outcome = await importList(
    await alex(),
    input({ destinationId: empty }),
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
  await expect(importList(actor, input(), whole, monday)).rejects.toThrow();
  await db.$executeRaw`ALTER TABLE "Person" DROP CONSTRAINT no_sol`;
  expect(await rows()).toEqual(before);
});

test("a row with a problem stops the whole list, until it is left out", async () => {
  const text = `${list}Lou;lou.example.org;2026-02-02\n`;
  const before = await db.enrollment.count();
  expect(await importList(await alex(), input({ text }), whole, monday)).toEqual({
    ok: false,
    reason: "problems",
  });
  expect(await db.enrollment.count()).toBe(before);
  const outcome = await importList(await alex(), input({ text }), { leaveOut: true, write: false }, monday);
  expect(outcome.ok && outcome.value.parties).toBe(3);
});

test("the same list sent twice at once is brought over once, and both are told so", async () => {
  const actor = await alex();
  const same = input();
  const outcomes = await Promise.all([
    importList(actor, same, whole, monday),
    importList(actor, same, whole, monday),
  ]);
  expect(outcomes[0]).toEqual(outcomes[1]);
  expect(await line()).toHaveLength(3);
});

test("read once more, everybody is there already", async () => {
  const actor = await alex();
  await importList(actor, input(), whole, monday);
  expect(await importList(actor, input(), whole, monday)).toEqual({ ok: false, reason: "nobody" });
  const preview = await previewImport(actor, input(), monday);
  expect(preview.ok && preview.value.rows.map(({ kind }) => kind)).toEqual(["skipped", "skipped", "skipped"]);
});

test("only an admin, and only to a cohort that has not begun", async () => {
  const facilitator = await robin();
  expect(await importList(facilitator, input(), whole, monday)).toEqual({
    ok: false,
    reason: "not_there",
  });
  expect(await previewImport(facilitator, input(), monday)).toEqual({ ok: false, reason: "not_there" });
  expect(await loadDestinations(facilitator, monday)).toEqual({ cohorts: [], programs: [] });
  const begun = Temporal.Instant.from("2027-02-01T15:00:00Z");
  expect(await importList(await alex(), input(), whole, begun)).toEqual({
    ok: false,
    reason: "not_there",
  });
  expect((await loadDestinations(await alex(), begun)).cohorts.map(({ id }) => id)).not.toContain(cohortId);
  const missing = input({ destinationId: crypto.randomUUID() });
  expect(await importList(await alex(), missing, whole, monday)).toEqual({
    ok: false,
    reason: "not_there",
  });
});

test("two thousand rows are brought over at once, and written to", async () => {
  const text = `Name,Email,Since\n${Array.from({ length: 2000 }, (_, i) => `Person ${String.fromCharCode(65 + (i % 26))}${i},p${i}@example.org,2026-01-01`).join("\n")}`;
  const outcome = await importList(await alex(), input({ text }), { leaveOut: false, write: true }, monday);
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

describe("to the interest list of a program", () => {
  let programId: string;

  beforeEach(async () => {
    programId = await addProgram(db, { ...mindfulSelfCompassion, title: `Program ${crypto.randomUUID()}` });
  });

  const onList = () =>
    db.interest.findMany({
      where: { programId },
      orderBy: [{ since: "asc" }, { id: "asc" }],
      include: {
        party: { include: { members: { include: { person: true }, orderBy: { position: "asc" } } } },
      },
    });

  test("everybody has waited since when they did, by the clinic's own zone, and no letter is sent", async () => {
    const before = await db.message.count();
    const outcome = await importList(await alex(), input({ destinationId: programId }), whole, monday);
    expect(outcome).toEqual({ ok: true, value: { parties: 3, people: 4, offered: 0 } });
    expect(
      (await onList()).map(({ since, state, party }) => [
        party.members.map(({ person, state }) => [person.name, person.email, state]),
        state,
        since.toISOString(),
      ]),
    ).toEqual([
      [
        [
          ["Ana", "ana@example.org", "invited"],
          ["Noor", "noor@example.org", "invited"],
        ],
        "waiting",
        "2026-01-15T05:00:00.000Z",
      ],
      [[["Kim", "kim@example.org", "invited"]], "waiting", "2026-03-01T05:00:00.000Z"],
      [[["Sol", "sol@example.org", "invited"]], "waiting", "2026-03-01T05:00:00.001Z"],
    ]);
    expect(await db.message.count()).toBe(before);
    expect((await check(monday)).filter(({ ids }) => ids.length > 0)).toEqual([]);
  });

  test("when asked to, it writes to each of them, with their own link", async () => {
    await importList(
      await alex(),
      input({ destinationId: programId }),
      { leaveOut: false, write: true },
      monday,
    );
    const members = (await onList()).flatMap(({ id, party }) =>
      party.members.map((one) => ({ memberId: one.id, interestId: id })),
    );
    const written = await db.message.findMany({
      where: { template: "interest-joined" },
      orderBy: { id: "asc" },
      select: { address: true, props: true },
    });
    expect(written.map(({ props }) => props)).toEqual(members);
    expect(written.map(({ address }) => address)).toEqual([
      "ana@example.org",
      "noor@example.org",
      "kim@example.org",
      "sol@example.org",
    ]);
  });

  test("sent twice at once it is brought over once; read once more, everybody is there already", async () => {
    const actor = await alex();
    const same = input({ destinationId: programId });
    const outcomes = await Promise.all([
      importList(actor, same, whole, monday),
      importList(actor, same, whole, monday),
    ]);
    expect(outcomes).toEqual([
      { ok: true, value: { parties: 3, people: 4, offered: 0 } },
      { ok: true, value: { parties: 3, people: 4, offered: 0 } },
    ]);
    expect(await importList(actor, input({ destinationId: programId }), whole, monday)).toEqual({
      ok: false,
      reason: "nobody",
    });
    expect(await onList()).toHaveLength(3);
  });

  test("only by an admin, and only where people can wait", async () => {
    const refused = { ok: false, reason: "not_there" };
    const there = input({ destinationId: programId });
    expect(await importList(await robin(), there, whole, monday)).toEqual(refused);
    expect(await previewImport(await robin(), there, monday)).toEqual(refused);
    expect((await loadDestinations(await alex(), monday)).programs.map(({ id }) => id)).toContain(programId);
    await db.program.update({ where: { id: programId }, data: { listed: false } });
    expect(await importList(await alex(), there, whole, monday)).toEqual(refused);
    expect((await loadDestinations(await alex(), monday)).programs.map(({ id }) => id)).not.toContain(
      programId,
    );
    expect(await onList()).toEqual([]);
  });
});
