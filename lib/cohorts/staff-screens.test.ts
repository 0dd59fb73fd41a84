import { describe, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { confirm } from "#lib/enrollment/confirm.ts";
import { aCohort, alex, aParty, enrollment, member, monday, robin, sam } from "#lib/testing/cast.ts";
import { countQueries } from "#lib/testing/queries.ts";
import { cancelCohort } from "./cancel.ts";
import { loadCohort } from "./load-cohort.ts";
import { loadCohorts } from "./load-cohorts.ts";
import { loadRoster } from "./load-roster.ts";
import { loadSessions } from "./load-sessions.ts";
import { loadToday } from "./load-today.ts";
import { closeCohort, openCohort } from "./open.ts";
import { resizeCohort } from "./resize.ts";

const confirmed = async (cohortId: string, names: string[]) => {
  const party = await aParty(cohortId, names);
  for (const { id } of party.members) await confirm(member(id), party.id, monday);
  return enrollment(party.id);
};

describe("a facilitator", () => {
  test("reaches their own cohort, and a colleague's is not there", async () => {
    const id = await aCohort();
    await confirmed(id, ["Ana", "Noor"]);
    expect((await loadRoster(await sam(), id))?.parties.map(({ names }) => names)).toEqual(["Ana and Noor"]);
    expect((await loadRoster(await alex(), id))?.parties.map(({ names }) => names)).toEqual(["Ana and Noor"]);
    const stranger = await robin();
    expect(await loadRoster(stranger, id)).toBeNull();
    expect(await loadCohort(stranger, id, monday)).toBeNull();
    expect(await loadSessions(stranger, id)).toBeNull();
    expect((await loadCohorts(stranger, 1, monday)).cohorts).toEqual([]);
    expect((await loadToday(stranger, monday)).sessions).toEqual([]);
  });

  test("can't open, close or resize a colleague's cohort", async () => {
    const id = await aCohort();
    const stranger = await robin();
    await closeCohort(stranger, id);
    expect(await resizeCohort(stranger, id, 20, monday)).toEqual({ ok: false, reason: "not_yours" });
    await closeCohort(await sam(), id);
    await openCohort(stranger, id);
    expect(await db.cohort.findUnique({ where: { id }, select: { state: true, capacity: true } })).toEqual({
      state: "closed",
      capacity: 16,
    });
  });

  test("never has fewer chairs than places taken, and a new chair goes to the line", async () => {
    const actor = await sam();
    const id = await aCohort({ capacity: 2 });
    await aParty(id);
    const waiting = await aParty(id, ["Tomas"], monday.add({ hours: 1 }));
    expect(await resizeCohort(actor, id, 1, monday.add({ hours: 2 }))).toEqual({
      ok: false,
      reason: "seats_taken",
      taken: 2,
    });
    expect(await resizeCohort(actor, id, 3, monday.add({ hours: 2 }))).toEqual({
      ok: true,
      value: undefined,
    });
    expect((await enrollment(waiting.id)).state).toBe("held");
  });
});

test("the overview shows who is held, who waits, and what happens next", async () => {
  const id = await aCohort({ capacity: 3 });
  await aParty(id);
  await aParty(id, ["Mika", "Dov"], monday.add({ hours: 1 }));
  const cohort = await loadCohort(await sam(), id, monday.add({ hours: 2 }));
  expect(cohort?.parties.map(({ names, state }) => [names, state])).toEqual([["Ana and Noor", "held"]]);
  expect(cohort?.line.words).toBe(
    "One place is free, saved for Mika and Dov, who need 2: there is a fair chance that enough come free in time. When one more comes free, Mika and Dov are asked.",
  );
  expect(cohort?.line.parties.map(({ names, place, next }) => [names, place, next])).toEqual([
    ["Mika and Dov", 1, true],
  ]);
});

test("somebody who was only invited by another has no contact on the roster", async () => {
  const id = await aCohort();
  await aParty(id);
  const roster = await loadRoster(await sam(), id);
  expect(roster?.parties[0]?.members.map(({ name, email }) => [name, email])).toEqual([
    ["Ana", "ana@example.org"],
    ["Noor", null],
  ]);
});

test("who looked at a roster is known", async () => {
  const actor = await sam();
  const id = await aCohort();
  await loadRoster(actor, id);
  const events = await db.auditEvent.findMany({
    where: { subjectId: id, action: "roster.seen" },
    select: { actorId: true },
  });
  expect(events).toEqual([{ actorId: actor.userId }]);
});

test("lists of three are read with as many statements as lists of one", async () => {
  const actor = await sam();
  const id = await aCohort();
  await confirmed(id, ["Ana", "Noor"]);
  const reads = {
    loadCohorts: () => loadCohorts(actor, 1),
    loadCohort: () => loadCohort(actor, id),
    loadRoster: () => loadRoster(actor, id),
  };
  const before: Record<string, number> = {};
  for (const [name, read] of Object.entries(reads)) before[name] = await countQueries(read);
  await aCohort();
  await aCohort();
  await confirmed(id, ["Kim"]);
  await confirmed(id, ["Jun", "Lea"]);
  const after: Record<string, number> = {};
  for (const [name, read] of Object.entries(reads)) after[name] = await countQueries(read);
  expect(after).toEqual(before);
});

test("the list begins with what comes next, and ends with what is over; its queries don't grow", async () => {
  const actor = await robin();
  const by = (title: string, firstOn: string) =>
    aCohort({ title, firstOn: Temporal.PlainDate.from(firstOn) }, actor);
  const titles = async (at: string) =>
    (await loadCohorts(actor, 1, Temporal.Instant.from(at))).cohorts.map(({ title }) => title);
  await by("Long over", "2024-01-09");
  const one = await countQueries(() => loadCohorts(actor, 1, monday));
  await by("In spring", "2027-04-06");
  await by("Just over", "2026-09-01");
  const called = await by("Called off", "2027-01-06");
  await by("It runs", "2026-11-10");
  const bare = await by("Without dates", "2027-02-02");
  await db.session.deleteMany({ where: { cohortId: bare } });
  await cancelCohort(actor, called, "Too few came.", monday);
  expect(await titles("2026-11-23T15:00:00Z")).toEqual([
    ...["It runs", "In spring", "Without dates"],
    ...["Called off", "Just over", "Long over"],
  ]);
  expect((await titles("2027-04-01T15:00:00Z")).slice(0, 1)).toEqual(["In spring"]);
  expect(await countQueries(() => loadCohorts(actor, 1, monday))).toBe(one);
  const { cohorts } = await loadCohorts(actor, 1, monday);
  expect(cohorts[0]?.next).toMatchObject({ number: 3 });
});
