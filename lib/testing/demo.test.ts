import { expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { check } from "#lib/invariants/check.ts";
import { loadStarters } from "#lib/library/starters.ts";
import { monday } from "./cast.ts";
import { demoCast, fillClinic } from "./demo.ts";

test("the demo clinic has a group at each stage, keeps every rule, and has somebody to be", async () => {
  await fillClinic(monday);
  const cohorts = await db.cohort.findMany({
    orderBy: { title: "asc" },
    select: { title: true, state: true, seatsTaken: true, partiesWaiting: true },
  });
  expect(cohorts).toEqual([
    { title: "Autumn Tuesdays", state: "closed", seatsTaken: 10, partiesWaiting: 0 },
    { title: "Saturday mornings, for couples and partners", state: "open", seatsTaken: 7, partiesWaiting: 2 },
    { title: "Spring mornings", state: "closed", seatsTaken: 4, partiesWaiting: 0 },
    { title: "Winter evenings", state: "open", seatsTaken: 9, partiesWaiting: 0 },
  ]);
  expect((await check(monday)).filter(({ ids }) => ids.length > 0)).toEqual([]);
  expect(await db.user.count({ where: { email: { in: [demoCast.admin, demoCast.facilitator] } } })).toBe(2);
  expect(
    await db.member.count({ where: { state: "confirmed", person: { email: demoCast.participant } } }),
  ).toBe(1);
  const texts = await db.release.findMany({
    where: { material: { kind: "text" }, session: { cohort: { title: "Spring mornings" } } },
    select: { material: { select: { title: true } } },
  });
  expect(texts.map(({ material }) => material.title).sort()).toEqual(
    loadStarters()
      .map(({ title }) => title)
      .sort(),
  );
});
