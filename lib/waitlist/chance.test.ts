import { expect, test } from "vitest";
import { dateOf } from "#lib/clock/convert.ts";
import { db } from "#lib/db/client.ts";
import { aCohort, monday } from "#lib/testing/cast.ts";
import { chanceOf, chanceWords, loadChance } from "./chance.ts";

test("says nothing of few parties, and an honest range of many", () => {
  expect(chanceOf(10, 19)).toBeNull();
  expect(chanceOf(10, 20)).toEqual({ from: 2, to: 8 });
  expect(chanceOf(400, 1000)).toEqual({ from: 3, to: 5 });
  expect(chanceOf(0, 40)).toEqual({ from: 0, to: 1 });
  expect(chanceOf(40, 40)).toEqual({ from: 9, to: 10 });
});

test("is said in words", () => {
  expect(chanceWords({ from: 3, to: 5 })).toMatch(/between 3 and 5 were offered a place\.$/);
  expect(chanceWords({ from: 0, to: 1 })).toMatch(/at most 1 was offered/);
  expect(chanceWords({ from: 9, to: 10 })).toMatch(/at least 9 were offered/);
});

test("is counted among parties of that size, at least as far back, in cohorts that have started", async () => {
  const cohortId = await aCohort({ capacity: 100 });
  const before = monday.subtract({ hours: 1000 });
  // Thirty singles in line, one after the other: the first ten were offered a place in the end.
  for (let index = 0; index < 30; index += 1) {
    const party = await db.party.create({ data: {} });
    const joinedAt = dateOf(before.add({ minutes: index }));
    const offered = index < 10;
    await db.enrollment.create({
      data: {
        partyId: party.id,
        cohortId,
        seats: 1,
        joinedAt,
        ...(offered
          ? { state: "expired", offeredAt: dateOf(monday), endedAt: dateOf(monday) }
          : { state: "waitlisted" }),
      },
    });
  }
  const started = Temporal.Instant.from("2027-02-01T12:00:00Z");
  expect(await loadChance(1, 0, monday)).toBeNull();
  expect(await loadChance(2, 0, started)).toBeNull();
  expect(await loadChance(1, 0, started)).toEqual(chanceOf(10, 30));
  expect(await loadChance(1, 5, started)).toEqual(chanceOf(5, 25));
  expect(await loadChance(1, 11, started)).toBeNull();
});
