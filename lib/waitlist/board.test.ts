import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { dateOf } from "#lib/clock/convert.ts";
import { resizeCohort } from "#lib/cohorts/resize.ts";
import { db } from "#lib/db/client.ts";
import { confirm } from "#lib/enrollment/confirm.ts";
import { offerNow } from "#lib/enrollment/offer-now.ts";
import { takeOut } from "#lib/enrollment/take-out.ts";
import { withdraw } from "#lib/enrollment/withdraw.ts";
import { standingOf } from "#lib/seats/standing.ts";
import { aCohort, alex, aParty, enrollment, late, member, monday, robin, sam } from "#lib/testing/cast.ts";
import { countQueries } from "#lib/testing/queries.ts";
import { lengthen } from "../../bench/support/long-line.ts";
import { loadBoard } from "./board.ts";
import { exportLines } from "./export.ts";
import { loadWaitlists } from "./queries.ts";
import { searchSchema, searchWaitlists } from "./search.ts";
import { loadUndo } from "./undo.ts";

const later = (hours: number) => monday.add({ hours });

/** A full room of two, and so many parties in line. */
async function aFullRoom(waiting: number, title = "Winter evenings") {
  const cohortId = await aCohort({ capacity: 2, title });
  await aParty(cohortId, ["Ana", "Noor"]);
  if (waiting > 0) await lengthen(cohortId, waiting, later(1));
  return cohortId;
}

describe("a long line", () => {
  test("is shown with as many queries and as much as a line of thirty, here and across cohorts", async () => {
    const actor = await alex();
    const measured: { queries: number; bytes: number }[][] = [];
    for (const waiting of [30, 3000]) {
      await db.$executeRaw`UPDATE "Cohort" SET "state" = 'cancelled'`;
      const cohortId = await aFullRoom(waiting);
      const reads = [
        () => loadWaitlists(actor, 1, later(2)),
        () => loadBoard(actor, cohortId, 1, later(2)),
        () => searchWaitlists(actor, searchSchema.parse({ q: "guest" }), 1, later(2)),
      ];
      measured.push([]);
      for (const read of reads) {
        let shown: unknown;
        const queries = await countQueries(async () => (shown = await read()));
        measured.at(-1)?.push({ queries, bytes: JSON.stringify(shown).length });
      }
    }
    const [short = [], long = []] = measured;
    expect(long.map(({ queries }) => queries)).toEqual(short.map(({ queries }) => queries));
    for (const [index, { bytes }] of long.entries())
      expect(bytes).toBeLessThan((short[index]?.bytes ?? 0) * 1.02);
    // The control: it was all there to be read.
    expect(short.every(({ bytes }) => bytes > 1000)).toBe(true);
  });

  test("is promoted with as many queries as a short one", async () => {
    const counts: number[] = [];
    for (const waiting of [3, 3000]) {
      const cohortId = await aFullRoom(waiting);
      const actor = await sam();
      counts.push(await countQueries(() => resizeCohort(actor, cohortId, 3, later(2))));
      const offered = await db.enrollment.count({ where: { cohortId, state: "held" } });
      expect(offered).toBe(2);
    }
    expect(counts[1]).toBe(counts[0]);
  });
});

describe("a cohort's board", () => {
  test("shows 25 a page in order, with place, contact, pause, and what happens next", async () => {
    const cohortId = await aFullRoom(30);
    const [one, two] = [
      await loadBoard(await alex(), cohortId, 1, later(2)),
      await loadBoard(await alex(), cohortId, 2, later(2)),
    ];
    expect([one?.hasNext, one?.line.length, two?.hasNext, two?.line.length]).toEqual([true, 25, false, 5]);
    expect(two?.line.map(({ place, names }) => [place, names])[0]).toEqual([26, "Guest 26.1"]);
    expect(one?.line[2]?.members.map(({ name, email }) => [name, email])).toEqual([
      ["Guest 3.1", "guest3.1@example.org"],
      ["Guest 3.2", null],
    ]);
    expect(one?.words).toBe(
      "Every place is taken. Guest 1.1 is first in line. When one comes free, Guest 1.1 is asked.",
    );
    expect([one?.capacity, one?.seatsTaken, one?.partiesWaiting]).toEqual([2, 2, 30]);
    expect(one?.holds.map(({ names, seats }) => [names, seats])).toEqual([["Ana and Noor", 2]]);
  });

  test("shows who of a hold has said yes, what was written, and a place that was carried over", async () => {
    const cohortId = await aCohort({ capacity: 3 });
    const couple = await aParty(cohortId, ["Ana", "Noor"]);
    await confirm(member(couple.members[0]!.id), couple.id, later(1));
    const trio = await aParty(cohortId, ["Rae", "Sol", "Emi"], later(1));
    const single = await aParty(cohortId, ["Tomas"], late);
    await withdraw(member(single.members[0]!.id), single.id, late);
    const elsewhere = await aFullRoom(0, "Summer");
    const moved = await aParty(elsewhere, ["Jun"], later(1));
    await db.enrollment.update({ where: { id: trio.id }, data: { movedFromId: moved.id } });
    const board = await loadBoard(await alex(), cohortId, 1, late);
    expect(board?.holds[0]?.members.map(({ name, saidYes }) => [name, saidYes])).toEqual([
      ["Ana", true],
      ["Noor", false],
    ]);
    const [shown] = board?.line ?? [];
    expect([shown?.passedOver, shown?.carriedFrom, shown?.reasons.length]).toEqual([1, "another group", 1]);
  });

  test("is seen by the cohort's facilitator, and is not there for another's", async () => {
    const cohortId = await aFullRoom(3);
    expect((await loadBoard(await sam(), cohortId, 1, later(2)))?.line.length).toBe(3);
    expect(await loadBoard(await robin(), cohortId, 1, later(2))).toBeNull();
    expect(await loadBoard(await alex(), "none", 1, later(2))).toBeNull();
    expect(await loadWaitlists(await sam(), 1, later(2))).toBeNull();
    expect(await searchWaitlists(await sam(), searchSchema.parse({}), 1)).toBeNull();
    expect(await exportLines(await sam(), cohortId)).toBeNull();
  });
});

test("a search finds by name or by an address that staff see, in any line, by state", async () => {
  await db.$executeRaw`UPDATE "Cohort" SET "state" = 'cancelled'`;
  const one = await aFullRoom(0, "Winter");
  const two = await aFullRoom(0, "Summer");
  await aParty(one, ["Mika", "Dov"], later(1));
  const paused = await aParty(two, ["Tomas"], later(2));
  await db.enrollment.update({ where: { id: paused.id }, data: { pausedAt: dateOf(later(3)) } });
  const actor = await alex();
  const found = async (search: object) =>
    (await searchWaitlists(actor, searchSchema.parse(search), 1, later(4)))?.parties.map(
      ({ names, place, cohort }) => [names, place, cohort.title],
    );
  expect(await found({ q: "MIKA" })).toEqual([["Mika and Dov", 1, "Winter"]]);
  expect(await found({ q: "tomas@example" })).toEqual([["Tomas", 1, "Summer"]]);
  // Dov has not said yes: his address serves the invitation alone.
  expect(await found({ q: "dov@example.org" })).toEqual([]);
  expect(await found({ q: "%" })).toEqual([]);
  expect(await found({ show: "paused" })).toEqual([["Tomas", 1, "Summer"]]);
  expect(await found({ show: "waiting" })).toEqual([["Mika and Dov", 1, "Winter"]]);
  expect(await found({ show: "held" })).toHaveLength(2);
  expect(await found({ show: "nonsense" })).toHaveLength(4);
});

test("where a group serves in order, places are saved for the first, whom nobody passed", async () => {
  const cohortId = await aCohort({ capacity: 4 });
  await aParty(cohortId, ["Ana"]);
  await db.cohort.update({ where: { id: cohortId }, data: { policy: "inOrder" } });
  await aParty(cohortId, ["Rae", "Sol", "Emi", "Kai"], later(1));
  await aParty(cohortId, ["Tomas"], later(2));
  expect((await loadBoard(await alex(), cohortId, 1, later(3)))?.words).toBe(
    "3 places are free, saved for Rae, Sol, Emi and Kai, who need 4: this group asks strictly in order. When one more comes free, Rae, Sol, Emi and Kai are asked.",
  );
});

describe("the spreadsheet", () => {
  const read = async (cohortId: string | null) => {
    let text = "";
    for await (const piece of (await exportLines(await alex(), cohortId, later(4)))?.csv ?? []) text += piece;
    return text;
  };

  test("has every row once, in order, over its pages", async () => {
    const cohortId = await aFullRoom(1201);
    const text = await read(cohortId);
    expect(text.codePointAt(0)).toBe(0xfeff);
    const { data, errors } = Papa.parse<Record<string, string>>(text.slice(1), {
      header: true,
      skipEmptyLines: true,
    });
    expect(errors).toEqual([]);
    expect(data.length).toBe(1202);
    expect(
      data.filter(({ State }) => State === "waiting").map((row) => Number(row["Place in line"])),
    ).toEqual(Array.from({ length: 1201 }, (_, index) => index + 1));
    expect(data[1]?.Names).toBe("Guest 1.1");
    const seen = await db.auditEvent.count({ where: { subjectId: cohortId, action: "waitlist.exported" } });
    expect(seen).toBe(1);
  });

  test("runs nothing that somebody wrote as their name", async () => {
    await db.$executeRaw`UPDATE "Cohort" SET "state" = 'cancelled'`;
    const cohortId = await aFullRoom(0, "=1+1");
    await aParty(cohortId, ['=HYPERLINK("https://evil.example"), "x"'], later(1));
    const rows = Papa.parse<string[]>((await read(null)).slice(1)).data;
    expect(rows[2]?.slice(0, 4)).toEqual([
      "'=1+1",
      "waiting",
      "1",
      `'=HYPERLINK("https://evil.example"), "x"`,
    ]);
  });
});

test("what was decided can be undone while its letter waits", async () => {
  const cohortId = await aCohort({ capacity: 2 });
  await aParty(cohortId, ["Ana"]);
  await db.cohort.update({ where: { id: cohortId }, data: { policy: "inOrder" } });
  const couple = await aParty(cohortId, ["Mika", "Dov"], later(1));
  const single = await aParty(cohortId, ["Tomas"], later(2));
  const actor = await alex();
  const decide = async (id: string) => ({
    enrollmentId: id,
    seen: standingOf(await enrollment(id)),
    reason: "They asked us to",
  });
  await offerNow(actor, await decide(single.id), later(3));
  await takeOut(actor, await decide(couple.id), later(3));
  const undo = await loadUndo(actor, single.id);
  expect([undo?.names, undo?.state, undo?.open]).toEqual(["Tomas", "held", true]);
  expect((await loadUndo(actor, couple.id))?.open).toBe(true);
  await db.message.updateMany({ where: { state: "queued" }, data: { state: "sent" } });
  expect((await loadUndo(actor, single.id))?.open).toBe(false);
  expect((await loadUndo(actor, couple.id))?.open).toBe(false);
  expect((await loadUndo(actor, single.id))?.waits).toBe(false);
  expect(await loadUndo(await sam(), single.id)).toBeNull();
});
