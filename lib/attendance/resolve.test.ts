import fc from "fast-check";
import { expect, test } from "vitest";
import { dateOf } from "#lib/clock/convert.ts";
import { db } from "#lib/db/client.ts";
import { confirm } from "#lib/enrollment/confirm.ts";
import { aCohort, alex, aParty, enrollment, member, monday, sam } from "#lib/testing/cast.ts";
import { AttendanceStatus, MadeUpBy } from "../../prisma/generated/enums.ts";
import type { NewTap } from "./keep.ts";
import { loadTaps } from "./queries.ts";
import { resolve, type Tap } from "./resolve.ts";
import { takeTaps } from "./take-taps.ts";

const base = { status: null, madeUpBy: null, madeUpInId: null, online: null, note: "" };
const tap = (at: number, rest: Partial<Tap>): Tap => ({
  ...base,
  kind: "status",
  id: crypto.randomUUID(),
  at,
  ...rest,
});

// Instants close together, so that many fall on the same one.
const at = fc.integer({ min: 0, max: 6 });
const status = fc.constantFrom(null, ...Object.values(AttendanceStatus));
const aTap: fc.Arbitrary<Tap> = fc.oneof(
  fc.record({ at, id: fc.uuid(), status }).map((one) => ({ ...base, kind: "status" as const, ...one })),
  fc.record({ at, id: fc.uuid(), madeUpBy: fc.constantFrom(...Object.values(MadeUpBy)) }).map((one) => ({
    ...base,
    kind: "status" as const,
    status: "madeUp" as const,
    ...one,
  })),
  fc
    .record({ at, id: fc.uuid() })
    .map((one) => ({ ...base, kind: "everyone" as const, status: "present" as const, ...one })),
  fc
    .record({ at, id: fc.uuid(), status: fc.constantFrom(null, "madeUp" as const) })
    .map((one) => ({ ...base, kind: "elsewhere" as const, ...one })),
  fc
    .record({ at, id: fc.uuid(), online: fc.boolean() })
    .map((one) => ({ ...base, kind: "way" as const, ...one })),
  fc
    .record({ at, id: fc.uuid(), note: fc.constantFrom("", "by bus", "asked for a quiet chair") })
    .map((one) => ({ ...base, kind: "note" as const, ...one })),
);
const someTaps = fc.uniqueArray(aTap, { maxLength: 10, selector: ({ id }) => id });

test("taps come to the same in whatever order they arrive, and however often", () => {
  fc.assert(
    fc.property(
      someTaps.chain((taps) =>
        fc.tuple(fc.constant(taps), fc.shuffledSubarray(taps, { minLength: taps.length })),
      ),
      ([taps, shuffled]) => {
        expect(resolve([...shuffled, ...shuffled.slice(0, 3)])).toEqual(resolve(taps));
      },
    ),
  );
});

test("two phones' taps come to the same, whichever of them is heard first and in whatever pieces", () => {
  fc.assert(
    fc.property(someTaps, someTaps, fc.nat(), (one, other, cut) => {
      const pieces = [one.slice(0, cut % (one.length + 1)), other, one.slice(cut % (one.length + 1))];
      const kept: Tap[] = [];
      for (const piece of pieces) kept.push(...piece);
      expect(resolve(kept)).toEqual(resolve([...other, ...one]));
    }),
  );
});

test("the newest tap on a person is what counts", () => {
  fc.assert(
    fc.property(someTaps, status, (taps, status) => {
      const last = tap(7, { status });
      const { status: counts } = resolve([...taps, last].filter(({ kind }) => kind === "status"));
      expect(counts).toBe(status);
    }),
  );
});

test("“everyone is here” takes nothing from what was said of one person, before or after", () => {
  const everyone = tap(5, { kind: "everyone", status: "present" });
  const away = (at: number) => tap(at, { status: "absent" });
  expect(resolve([everyone]).status).toBe("present");
  expect(resolve([away(3), everyone]).status).toBe("absent");
  expect(resolve([away(7), everyone]).status).toBe("absent");
  // Taken back before it, everyone counts; taken back after it, nothing does.
  expect(resolve([away(3), tap(4, { status: null }), everyone]).status).toBe("present");
  expect(resolve([everyone, tap(6, { status: null })]).status).toBe(null);
});

test("what was made up elsewhere counts for who was away, and adds nothing for who came", () => {
  const guest = tap(9, {
    kind: "elsewhere",
    status: "madeUp",
    madeUpBy: "session",
    madeUpInId: crypto.randomUUID(),
  });
  expect(resolve([tap(1, { status: "absent" }), guest])).toMatchObject({
    status: "madeUp",
    madeUpBy: "session",
  });
  expect(resolve([tap(1, { status: "late" }), guest]).status).toBe("late");
  expect(resolve([tap(1, { status: "absent" }), guest, tap(10, { kind: "elsewhere" })]).status).toBe(
    "absent",
  );
});

test("the database comes to the same, tap by tap, in two orders", async () => {
  const [one, two] = [await sam(), await alex()];
  const { sessions, personId } = await evenings();
  let next = 0;
  await fc.assert(
    fc.asyncProperty(
      someTaps.filter((taps) => taps.every(({ kind }) => kind !== "elsewhere")),
      async (taps) => {
        // One person at a session of their own for each run, with ids of its own.
        const sessionId = sessions[next++ % sessions.length] as string;
        await db.attendanceMark.deleteMany({ where: { sessionId } });
        const fresh = taps.map((one) => ({ ...one, id: crypto.randomUUID() }));
        const arriving = (all: Tap[]): NewTap[] =>
          all.map(({ at, ...rest }) => ({ ...rest, personId, at: monday.add({ seconds: at }) }));
        const cut = fresh.length >> 1;
        for (const [by, part] of [
          [one, fresh.slice(cut)],
          [two, fresh.slice(0, cut)],
          [one, fresh.slice(cut)],
        ] as const)
          await takeTaps(by, sessionId, arriving(part), monday.add({ hours: 1 }));
        const { tap: _, ...expected } = resolve(fresh);
        const kept = await db.attendance.findUnique({
          where: { sessionId_personId: { sessionId, personId } },
        });
        expect(kept ?? nothing).toMatchObject(expected);
        expect(await db.attendanceMark.count({ where: { sessionId } })).toBe(fresh.length);
        const { tap: __, ...onThePage } = resolve((await loadTaps(one, sessionId)) ?? []);
        expect(onThePage).toEqual(expected);
      },
    ),
    { numRuns: 12 },
  );
}, 60_000);

test("a tap from a clock that is ahead is of now, and one that arrives twice is one", async () => {
  const actor = await sam();
  const { sessions, personId } = await evenings();
  const sessionId = sessions[0] as string;
  const id = crypto.randomUUID();
  const ahead: NewTap = { id, personId, kind: "status", status: "late", at: monday.add({ hours: 3 }) };
  await takeTaps(actor, sessionId, [ahead], monday);
  await takeTaps(actor, sessionId, [ahead], monday);
  await takeTaps(
    actor,
    sessionId,
    [{ ...ahead, id: crypto.randomUUID(), status: "present" }],
    monday.add({ minutes: 1 }),
  );
  const marks = await db.attendanceMark.findMany({ where: { sessionId }, orderBy: { id: "asc" } });
  expect(marks.map(({ status, at }) => [status, at.toISOString()])).toEqual([
    ["late", "2026-11-23T15:00:00.000Z"],
    ["present", "2026-11-23T15:01:00.000Z"],
  ]);
});

test("a tap on somebody who has left since is kept, and one on a stranger is left out", async () => {
  const actor = await sam();
  const { cohortId, sessions, personId } = await evenings();
  const stranger = await evenings();
  await db.enrollment.updateMany({
    where: { cohortId },
    data: { state: "withdrawn", endedAt: dateOf(monday) },
  });
  const id = crypto.randomUUID();
  const outcome = await takeTaps(
    actor,
    sessions[0] as string,
    [
      { personId, kind: "status", status: "present", at: monday },
      { id, personId: stranger.personId, kind: "status", status: "present", at: monday },
    ],
    monday,
  );
  expect(outcome).toEqual({ ok: true, value: { left: [id] } });
  expect(await db.attendanceMark.count({ where: { sessionId: sessions[0] } })).toBe(1);
});

const nothing = { status: null, madeUpBy: null, madeUpInId: null, online: null, note: "" };

async function evenings() {
  const cohortId = await aCohort();
  const party = await aParty(cohortId, ["Ana"]);
  for (const { id } of party.members) await confirm(member(id), party.id, monday);
  const sessions = await db.session.findMany({ where: { cohortId }, select: { id: true } });
  const [ana] = (await enrollment(party.id)).members;
  return { cohortId, sessions: sessions.map(({ id }) => id), personId: ana?.personId ?? "" };
}
