import { expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { check } from "#lib/invariants/check.ts";
import { aCohort, alex, aParty, monday, sam } from "#lib/testing/cast.ts";
import { resizeCohort } from "./resize.ts";

test("two people change the size of the room while others enrol, and it is never overbooked", async () => {
  const [facilitator, admin] = [await sam(), await alex()];
  const cohortId = await aCohort({ capacity: 12 }, facilitator);
  const sizes = [8, 14, 6, 16, 10, 5, 12, 9];
  const at = (minutes: number) => monday.add({ minutes });
  const [answers] = await Promise.all([
    Promise.all(
      sizes.map((size, index) => resizeCohort(index % 2 ? admin : facilitator, cohortId, size, at(index))),
    ),
    Promise.all(
      Array.from({ length: 24 }, (_, index) =>
        aParty(cohortId, index % 2 ? [`Single ${index}`] : [`First ${index}`, `Second ${index}`], at(index)),
      ),
    ),
  ]);
  const { capacity, seatsTaken } = await db.cohort.findUniqueOrThrow({ where: { id: cohortId } });
  const granted = sizes.filter((_, index) => answers[index]?.ok);
  expect(answers.filter((answer) => !answer.ok && answer.reason !== "seats_taken")).toEqual([]);
  expect([12, ...granted]).toContain(capacity);
  expect(seatsTaken).toBeLessThanOrEqual(capacity);
  expect(seatsTaken).toBeGreaterThanOrEqual(capacity - 1);
  expect(await broken()).toEqual([]);

  // More chairs, by both at once: each is offered to somebody in line, and to nobody twice.
  const larger = capacity + 6;
  await Promise.all([
    resizeCohort(facilitator, cohortId, larger, at(60)),
    resizeCohort(admin, cohortId, larger, at(60)),
  ]);
  const after = await db.cohort.findUniqueOrThrow({ where: { id: cohortId } });
  expect(after.capacity).toBe(larger);
  // One may be saved for a couple.
  expect([larger, larger - 1]).toContain(after.seatsTaken);
  const offers = await db.waitlistDecision.groupBy({
    by: ["enrollmentId"],
    where: { cohortId, kind: "offered" },
    _count: true,
  });
  expect(offers.filter(({ _count }) => _count > 1)).toEqual([]);
  expect(await broken()).toEqual([]);
});

const broken = async () => (await check(monday)).filter(({ ids }) => ids.length > 0);
