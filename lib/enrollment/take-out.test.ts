import { expect, test } from "vitest";
import { dateOf } from "#lib/clock/convert.ts";
import { db } from "#lib/db/client.ts";
import { standingOf } from "#lib/seats/standing.ts";
import { aCohort, alex, aParty, enrollment, letters, member, monday, sam } from "#lib/testing/cast.ts";
import { forgetTakenOut } from "./forget-taken-out.ts";
import { putBack } from "./put-back.ts";
import { takeOut } from "./take-out.ts";
import { withdraw } from "./withdraw.ts";

const later = (hours: number) => monday.add({ hours });
const reason = "They asked us to by phone";

/** A full room, and a couple first in line. */
async function aLine() {
  const cohortId = await aCohort({ capacity: 2 });
  await aParty(cohortId, ["Ana", "Noor"]);
  const couple = await aParty(cohortId, ["Mika", "Dov"], later(1));
  const single = await aParty(cohortId, ["Tomas"], later(2));
  return { cohortId, couple, single };
}

const seen = async (id: string) => ({ enrollmentId: id, seen: standingOf(await enrollment(id)), reason });

test("whom staff take out of line is told kindly, and can read why", async () => {
  const { couple } = await aLine();
  const actor = await alex();
  expect(await takeOut(await sam(), await seen(couple.id), later(3))).toEqual({
    ok: false,
    reason: "not_yours",
  });
  const decided = await seen(couple.id);
  expect((await takeOut(actor, decided, later(3))).ok).toBe(true);
  expect((await enrollment(couple.id)).state).toBe("withdrawn");
  expect((await letters(couple.id)).slice(2)).toEqual([
    ["taken-out", "dov@example.org"],
    ["taken-out", "mika@example.org"],
  ]);
  const decisions = await db.waitlistDecision.findMany({ where: { enrollmentId: couple.id } });
  expect(decisions.map(({ kind, reason }) => [kind, reason])).toEqual([
    ["changed", "The clinic took you out of line: They asked us to by phone"],
  ]);
  expect(await takeOut(actor, decided, later(3))).toEqual({ ok: false, reason: "changed" });
});

test("put back at once, a party has its old place and its pause, and no letter goes out", async () => {
  const { couple, cohortId } = await aLine();
  const actor = await alex();
  await db.enrollment.update({
    where: { id: couple.id },
    data: { passedOver: 2, fewest: 1, pausedAt: dateOf(later(2)) },
  });
  await takeOut(actor, await seen(couple.id), later(3));
  const undo = await seen(couple.id);
  const answers = await Promise.all([putBack(actor, undo, later(3)), putBack(actor, undo, later(3))]);
  expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
  const [back] = answers.flatMap((answer) => (answer.ok ? [answer.value.enrollmentId] : []));
  const { state, joinedAt, passedOver, fewest, pausedAt, seats, movedFromId } = await enrollment(
    String(back),
  );
  expect({ state, joinedAt, passedOver, fewest, pausedAt, seats, movedFromId }).toEqual({
    state: "waitlisted",
    joinedAt: dateOf(later(1)),
    passedOver: 2,
    fewest: 1,
    pausedAt: dateOf(later(2)),
    seats: 2,
    movedFromId: couple.id,
  });
  const states = await db.message.findMany({
    where: { template: "taken-out", props: { path: ["enrollmentId"], equals: couple.id } },
    select: { state: true },
  });
  expect(states).toEqual([{ state: "kept" }, { state: "kept" }]);
  expect((await db.cohort.findUniqueOrThrow({ where: { id: cohortId } })).partiesWaiting).toBe(2);
  await forgetTakenOut(couple.id, later(4));
  expect((await enrollment(String(back))).members.map(({ person }) => person.name)).toEqual(["Mika", "Dov"]);
});

test("once a letter is on its way, or the invited are forgotten, nobody is put back", async () => {
  const { couple, single } = await aLine();
  const actor = await alex();
  await takeOut(actor, await seen(single.id), later(3));
  await db.message.updateMany({
    where: { template: "taken-out", props: { path: ["enrollmentId"], equals: single.id } },
    data: { state: "sent" },
  });
  expect(await putBack(actor, await seen(single.id), later(3))).toEqual({ ok: false, reason: "letter_gone" });

  await takeOut(actor, await seen(couple.id), later(3));
  await forgetTakenOut(couple.id, later(4));
  expect((await enrollment(couple.id)).members.map(({ person }) => person.name)).toEqual(["Mika", ""]);
  expect(await putBack(actor, await seen(couple.id), later(4))).toEqual({ ok: false, reason: "letter_gone" });
});

test("who left by themselves is not put back", async () => {
  const { single } = await aLine();
  await withdraw(member(single.members[0]!.id), single.id, later(3));
  expect(await putBack(await alex(), await seen(single.id), later(3))).toEqual({
    ok: false,
    reason: "changed",
  });
});
