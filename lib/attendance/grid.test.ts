import Papa from "papaparse";
import { expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { confirm } from "#lib/enrollment/confirm.ts";
import { aCohort, aParty, enrollment, member, monday, robin, sam } from "#lib/testing/cast.ts";
import { countQueries } from "#lib/testing/queries.ts";
import { exportGrid, loadGrid } from "./grid.ts";
import { mark } from "./mark.ts";

async function aGroup(changes: Parameters<typeof aCohort>[0] = {}) {
  const cohortId = await aCohort(changes);
  const couple = await aParty(cohortId, ["Ana", "=Noor"]);
  for (const { id } of couple.members) await confirm(member(id), couple.id, monday);
  const [ana] = (await enrollment(couple.id)).members.map(({ personId }) => personId);
  const sessions = await db.session.findMany({ where: { cohortId }, orderBy: { position: "asc" } });
  return { cohortId, ana: ana!, sessions };
}

test("each person's newest mark at each session, and how far they have come", async () => {
  const { cohortId, ana, sessions } = await aGroup();
  const actor = await sam();
  await mark(actor, { sessionId: sessions[0]!.id, personId: ana, status: "absent" });
  await mark(actor, { sessionId: sessions[0]!.id, personId: ana, status: "madeUp" });
  await mark(actor, { sessionId: sessions[1]!.id, personId: ana, status: "late" });
  const grid = await loadGrid(actor, cohortId, monday);
  expect(
    grid?.people.map(({ name, marks }) => [name, marks.slice(0, 3).map(({ status }) => status)]),
  ).toEqual([
    ["Ana", ["madeUp", "late", null]],
    ["=Noor", [null, null, null]],
  ]);
  expect(grid?.people[0]?.completion).toEqual({ state: "can", attended: 2, needed: 5, toCome: 7 });
  expect(await loadGrid(await robin(), cohortId, monday)).toBe(null);
});

test("as a spreadsheet nothing in it is a formula", async () => {
  const { cohortId, ana, sessions } = await aGroup();
  const actor = await sam();
  await mark(actor, { sessionId: sessions[0]!.id, personId: ana, status: "present" });
  const { data } = Papa.parse<string[]>((await exportGrid(actor, cohortId, monday))!.csv);
  expect(data[0]?.slice(0, 2)).toEqual(["Name", "2027-01-12 Discovering mindful self-compassion"]);
  expect(data.slice(1).map((row) => [row[0], row[1], row.at(-3), row.at(-2)])).toEqual([
    ["Ana", "here", "1", ""],
    ["'=Noor", "", "0", ""],
  ]);
});

test("the spreadsheet says how somebody came, and how a session was made up", async () => {
  const { cohortId, ana, sessions } = await aGroup({ format: "hybrid" });
  const actor = await sam();
  const [first, second, third] = sessions.map(({ id }) => id) as [string, string, string];
  await mark(actor, { sessionId: first, personId: ana, status: "present" });
  await mark(actor, { sessionId: second, personId: ana, status: "late", online: true });
  await mark(actor, { sessionId: third, personId: ana, status: "madeUp", madeUpBy: "recording" });
  const { data } = Papa.parse<string[]>((await exportGrid(actor, cohortId, monday))!.csv);
  expect(data[1]?.slice(0, 4)).toEqual([
    "Ana",
    "here, in person",
    "late, online",
    "made up with the recording",
  ]);
  expect(data[1]?.at(-1)).toBe("4 more of the 6 to come");
});

test("a larger group is read with as many queries", async () => {
  const actor = await sam();
  const small = await aCohort();
  await aParty(small, ["Ana"]);
  const { cohortId } = await aGroup();
  const queries = await countQueries(() => loadGrid(actor, small, monday));
  expect(await countQueries(() => loadGrid(actor, cohortId, monday))).toBe(queries);
});
