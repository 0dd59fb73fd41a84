import { expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { confirm } from "#lib/enrollment/confirm.ts";
import { goOnElsewhere, loadElsewhere } from "#lib/enrollment/go-on-elsewhere.ts";
import { check } from "#lib/invariants/check.ts";
import { aCohort, aParty, enrollment, letters, member, monday, robin, sam } from "#lib/testing/cast.ts";
import { cancelCohort } from "./cancel.ts";
import { loadCancelled, loadOpenCohort } from "./queries.ts";

const later = (hours: number) => monday.add({ hours });

test("everyone with a place or in line is told why, once, and the group is off the list", async () => {
  const cohort = await aCohort({ capacity: 2, title: "Winter evenings" });
  const couple = await aParty(cohort);
  for (const { id } of couple.members) await confirm(member(id), couple.id, later(1));
  const waiting = await aParty(cohort, ["Tomas"], later(1));
  expect(await cancelCohort(await robin(), cohort, "Sam is unwell.", later(2))).toEqual({
    ok: false,
    reason: "not_yours",
  });
  await cancelCohort(await sam(), cohort, "Sam is unwell.", later(2));
  await cancelCohort(await sam(), cohort, "Another reason.", later(3));
  for (const { id } of [couple, waiting]) expect((await enrollment(id)).state).toBe("cancelled");
  expect((await letters(couple.id)).slice(-2)).toEqual([
    ["cohort-cancelled", "ana@example.org"],
    ["cohort-cancelled", "noor@example.org"],
  ]);
  expect((await letters(waiting.id)).filter(([template]) => template === "cohort-cancelled")).toHaveLength(1);
  const row = await db.cohort.findUniqueOrThrow({ where: { id: cohort } });
  expect([row.seatsTaken, row.partiesWaiting, row.cancelReason]).toEqual([0, 0, "Sam is unwell."]);
  expect(await loadOpenCohort(cohort, later(3))).toBeNull();
  expect(await loadCancelled(cohort)).toBe("Winter evenings");
});

test("a party goes on elsewhere before those who joined there later, and says yes there anew", async () => {
  const cancelled = await aCohort({ title: "Winter evenings" });
  const couple = await aParty(cancelled);
  const elsewhere = await aCohort({ title: "Saturday mornings", capacity: 3 });
  await aParty(elsewhere, ["Kim", "Lou"]);
  const younger = await aParty(elsewhere, ["Mika", "Dov"], later(1));
  const closed = await aCohort({
    title: "Closed",
    closesAt: Temporal.PlainDateTime.from("2026-11-23T10:30"),
  });
  await cancelCohort(await sam(), cancelled, "Too few came.", later(2));

  const [ana, noor] = couple.members.map(({ id }) => member(id));
  const options = await loadElsewhere(ana!, later(3));
  expect(options?.reason).toBe("Too few came.");
  expect(options?.cohorts.map(({ id }) => id)).toContain(elsewhere);
  expect(options?.cohorts.map(({ id }) => id)).not.toContain(closed);
  expect(await goOnElsewhere(ana!, closed, later(3))).toEqual({ ok: false, reason: "not_open" });

  const both = await Promise.all([ana!, noor!].map((actor) => goOnElsewhere(actor, elsewhere, later(3))));
  expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  const found = await db.enrollment.findFirstOrThrow({ where: { movedFromId: couple.id } });
  expect(found).toMatchObject({ state: "waitlisted", joinedAt: couple.joinedAt, cohortId: elsewhere });
  expect(found.joinedAt < younger.joinedAt).toBe(true);
  expect(await letters(found.id)).toEqual([
    ["waitlisted", "ana@example.org"],
    ["waitlisted", "noor@example.org"],
  ]);
  expect(await loadElsewhere(ana!, later(4))).toBeNull();
  expect((await check(later(4))).filter(({ ids }) => ids.length > 0)).toEqual([]);
});

test("what is over is not cancelled", async () => {
  const over = Temporal.Instant.from("2027-12-01T12:00:00Z");
  expect(await cancelCohort(await sam(), await aCohort(), "Why not.", over)).toEqual({
    ok: false,
    reason: "over",
  });
});
