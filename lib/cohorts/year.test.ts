import { expect, test } from "vitest";
import { aCohort, alex, robin, sam } from "#lib/testing/cast.ts";
import { countQueries } from "#lib/testing/queries.ts";
import { cancelCohort } from "./cancel.ts";
import { loadYear } from "./year.ts";

/** In the fourth week of each group here, which all begin on 12 January 2027. */
const february = Temporal.Instant.from("2027-02-04T15:00:00Z");

test("the year's groups of whoever looks, in the order in which they begin, and how far each has come", async () => {
  const [actor, other] = [await sam(), await robin()];
  const later = Temporal.PlainDate.from("2027-05-04");
  await aCohort({ title: "In spring", firstOn: later });
  await aCohort({ title: "In winter" });
  await aCohort({ title: "Another's" }, other);
  await aCohort({ title: "Next year", firstOn: Temporal.PlainDate.from("2028-02-01") });
  const none = await aCohort({ title: "Does not take place" });
  await cancelCohort(actor, none, "Too few came.", Temporal.Instant.from("2026-12-01T15:00:00Z"));
  const { year, more, cohorts } = await loadYear(actor, february);
  expect([year, more]).toEqual([2027, 0]);
  expect(cohorts.map(({ title, state, days }) => [title, state, String(days[0])])).toEqual([
    ["In winter", "running", "2027-01-12"],
    ["In spring", "coming", "2027-05-04"],
  ]);
  const all = await loadYear(await alex(), february);
  expect(all.cohorts.map(({ title }) => title)).toContain("Another's");
  const december = Temporal.Instant.from("2027-12-30T15:00:00Z");
  expect((await loadYear(actor, december)).cohorts.map(({ state }) => state)).toEqual(["over", "over"]);
});

test("more groups are read with as many queries, and no more are drawn than fit", async () => {
  const actor = await sam();
  const before = await countQueries(() => loadYear(actor, february));
  for (let group = 0; group < 30; group += 1) await aCohort();
  expect(await countQueries(() => loadYear(actor, february))).toBe(before);
  const { cohorts, more } = await loadYear(actor, february);
  expect(cohorts.length).toBe(12);
  expect(more).toBeGreaterThan(0);
});
