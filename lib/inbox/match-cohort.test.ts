import { beforeEach, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { aCohort, monday } from "#lib/testing/cast.ts";
import { matchCohort, openCohorts } from "./match-cohort.ts";

beforeEach(() => db.$executeRaw`UPDATE "Cohort" SET "state" = 'cancelled'`);

const day = (date: string) => Temporal.PlainDate.from(date);
const match = async (mentions: string, at = monday) => matchCohort(mentions, await openCohorts(db, at));

/** A Tuesday evening in January, by the river; a Thursday evening online; a Saturday morning in May. */
async function three() {
  const [tuesday, thursday, saturday] = [
    await aCohort({ title: "By the river" }),
    await aCohort({ title: "From home", firstOn: day("2027-01-14"), format: "online", place: "" }),
    await aCohort({
      title: "Before noon",
      firstOn: day("2027-05-08"),
      startsAt: Temporal.PlainTime.from("09:30"),
    }),
  ];
  return { tuesday, thursday, saturday };
}

test("words for a day, a time, a month, a season, a way or a title find the one cohort that they fit", async () => {
  const { tuesday, thursday, saturday } = await three();
  for (const [mentions, expected] of [
    ["the tuesday group", tuesday],
    ["tuesday evening group", tuesday],
    ["les jeudis soir", thursday],
    ["jeudi soir", thursday],
    ["the online one", thursday],
    ["sábado por la mañana", saturday],
    ["may", saturday],
    ["spring group", saturday],
    ["the one by the river", tuesday],
    // Each wish stands for itself: any of them will do.
    ["sunday mornings, thursday", thursday],
  ] as const)
    expect([mentions, await match(mentions)]).toEqual([mentions, expected]);
});

test("no words, words that fit none, and words that fit several find none", async () => {
  await three();
  for (const mentions of ["", "wednesday", "tuesday morning", "evenings", "winter", "tuesday, thursday"])
    expect([mentions, await match(mentions)]).toEqual([mentions, null]);
});

test("what has begun, is closed, is a draft or is cancelled is not found", async () => {
  const cohortId = await aCohort();
  expect(await match("tuesday")).toBe(cohortId);
  expect(await match("tuesday", Temporal.Instant.from("2027-01-13T12:00:00Z"))).toBe(null);
  await db.cohort.update({ where: { id: cohortId }, data: { closesAt: new Date("2026-11-01T00:00:00Z") } });
  expect(await match("tuesday")).toBe(null);
  await aCohort({ draft: true });
  expect(await match("tuesday")).toBe(null);
  const another = await aCohort();
  expect(await match("tuesday")).toBe(another);
});
