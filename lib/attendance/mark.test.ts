import { expect, test } from "vitest";
import type { Staff } from "#lib/audit/actor.ts";
import { db } from "#lib/db/client.ts";
import { confirm } from "#lib/enrollment/confirm.ts";
import { aCohort, alex, aParty, enrollment, member, monday, robin, sam } from "#lib/testing/cast.ts";
import { mark } from "./mark.ts";
import { markEveryone } from "./mark-everyone.ts";
import { loadAttendance } from "./queries.ts";
import { resolve } from "./resolve.ts";

async function anEvening() {
  const cohortId = await aCohort();
  const party = await aParty(cohortId);
  for (const { id } of party.members) await confirm(member(id), party.id, monday);
  const session = await db.session.findFirstOrThrow({ where: { cohortId, position: 1 } });
  const [ana, noor] = (await enrollment(party.id)).members.map(({ personId }) => personId) as [
    string,
    string,
  ];
  return { cohortId, sessionId: session.id, ana, noor };
}

/** What the page makes of the marks: of each person the status, the note, and who said so. */
async function page(actor: Staff, sessionId: string) {
  const found = await loadAttendance(actor, sessionId);
  return found?.parties.flat().map(({ id, name }) => {
    const { status, note, tap } = resolve(found.taps.filter(({ personId }) => personId === id));
    return { name, status, note, by: tap?.byName ?? null };
  });
}

const shown = async (actor: Staff, sessionId: string) =>
  (await page(actor, sessionId))?.map(({ name, status }) => [name, status]);

test("each person is marked on their own, and the newest mark counts while earlier ones are kept", async () => {
  const actor = await sam();
  const { sessionId, ana } = await anEvening();
  await mark(actor, { sessionId, personId: ana, status: "present" });
  await mark(actor, { sessionId, personId: ana, status: "late" });
  expect(await shown(actor, sessionId)).toEqual([
    ["Ana", "late"],
    ["Noor", null],
  ]);
  const marks = await db.attendanceMark.findMany({
    where: { personId: ana },
    orderBy: { id: "asc" },
    select: { status: true },
  });
  expect(marks.map(({ status }) => status)).toEqual(["present", "late"]);
});

test("a mark can be taken back", async () => {
  const actor = await sam();
  const { sessionId, ana } = await anEvening();
  await mark(actor, { sessionId, personId: ana, status: "present" });
  await mark(actor, { sessionId, personId: ana, status: null });
  expect((await shown(actor, sessionId))?.[0]).toEqual(["Ana", null]);
});

test("a note stays through a change of the mark", async () => {
  const actor = await sam();
  const { sessionId, ana } = await anEvening();
  await mark(actor, { sessionId, personId: ana, note: "comes ten minutes late by bus" });
  await mark(actor, { sessionId, personId: ana, status: "late" });
  expect((await page(actor, sessionId))?.[0]).toMatchObject({
    status: "late",
    note: "comes ten minutes late by bus",
  });
});

test("everyone is here, but for those who were marked already", async () => {
  const actor = await sam();
  const { sessionId, noor } = await anEvening();
  await mark(actor, { sessionId, personId: noor, status: "excused" });
  await markEveryone(actor, sessionId);
  await markEveryone(actor, sessionId);
  expect(await shown(actor, sessionId)).toEqual([
    ["Ana", "present"],
    ["Noor", "excused"],
  ]);
  expect(await db.attendanceMark.count({ where: { sessionId } })).toBe(2);
});

test("somebody who is not enrolled can't be marked, nor a session that is a colleague's", async () => {
  const { sessionId, ana } = await anEvening();
  const elsewhere = await anEvening();
  const actor = await sam();
  expect(await mark(actor, { sessionId, personId: elsewhere.ana, status: "present" })).toEqual({
    ok: false,
    reason: "not_enrolled",
  });
  const stranger = await robin();
  expect(await mark(stranger, { sessionId, personId: ana, status: "present" })).toEqual({
    ok: false,
    reason: "not_enrolled",
  });
  expect(await markEveryone(stranger, sessionId)).toEqual({ ok: false, reason: "not_enrolled" });
  expect(await loadAttendance(stranger, sessionId)).toBeNull();
  expect(await db.attendanceMark.count({ where: { sessionId } })).toBe(0);
});

test("of two who mark at once both marks are kept, and each sees that the other's counts", async () => {
  const [one, two] = [await sam(), await alex()];
  const { sessionId, ana } = await anEvening();
  await Promise.all([
    mark(one, { sessionId, personId: ana, status: "present" }),
    mark(two, { sessionId, personId: ana, status: "absent" }),
  ]);
  const marks = await db.attendanceMark.findMany({
    where: { sessionId },
    select: { status: true },
  });
  expect(new Set(marks.map(({ status }) => status))).toEqual(new Set(["present", "absent"]));
  // Both read the same, and whose it is.
  const [seen, alsoSeen] = [await page(one, sessionId), await page(two, sessionId)];
  expect(seen).toEqual(alsoSeen);
  expect([
    ["present", one.name],
    ["absent", two.name],
  ]).toContainEqual([seen?.[0]?.status, seen?.[0]?.by]);
});

test("whoever was away last time is shown so, for a kind word", async () => {
  const actor = await sam();
  const { cohortId, sessionId, noor } = await anEvening();
  await mark(actor, { sessionId, personId: noor, status: "absent" });
  const next = await db.session.findFirstOrThrow({ where: { cohortId, position: 2 } });
  expect(
    (await loadAttendance(actor, next.id))?.parties.flat().map(({ missedLastTime }) => missedLastTime),
  ).toEqual([false, true]);
});
