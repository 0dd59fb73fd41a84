import { afterEach, expect, test } from "vitest";
import { dateOf, instantOf } from "#lib/clock/convert.ts";
import { db } from "#lib/db/client.ts";
import { check } from "#lib/invariants/check.ts";
import { aCohort, aParty, enrollment, letters, member, monday } from "#lib/testing/cast.ts";
import { confirm } from "./confirm.ts";
import { expireHolds } from "./expire.ts";
import { withdraw } from "./withdraw.ts";

const twelve = Array.from({ length: 12 }, (_, at) => at);
const later = (hours: number) => monday.add({ hours });

test("a couple's two members say yes at the same instant, and are enrolled once", async () => {
  for (const _ of twelve) {
    const party = await aParty(await aCohort());
    const answers = await Promise.all(party.members.map(({ id }) => confirm(member(id), party.id, later(1))));
    expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
    expect(answers.filter((answer) => answer.ok && answer.value.enrolled).length).toBe(1);
    expect((await enrollment(party.id)).state).toBe("confirmed");
    expect((await letters(party.id)).slice(2)).toEqual([
      ["enrolled", "ana@example.org"],
      ["enrolled", "noor@example.org"],
    ]);
  }
});

test("one says yes while the other leaves: whoever stays has one seat, and is asked once more", async () => {
  for (const _ of twelve) {
    const cohortId = await aCohort();
    const party = await aParty(cohortId);
    const [ana, noor] = party.members.map(({ id }) => id) as [string, string];
    const [yes, no] = await Promise.all([
      confirm(member(ana), party.id, later(1)),
      withdraw(member(noor), party.id, later(1)),
    ]);
    expect(no.ok).toBe(true);
    // Ana's yes came either after Noor had left, to a seat for one, or before, to coming together; then she is asked again.
    const enrolled = yes.ok && yes.value.enrolled;
    const after = await enrollment(party.id);
    expect([after.state, after.seats]).toEqual([enrolled ? "confirmed" : "held", 1]);
    expect(after.members.map(({ state }) => state)).toEqual(["confirmed", "declined"]);
    expect(await seatsTaken(cohortId)).toBe(1);
  }
});

test("a yes and a withdrawal of the same person leave one of the two", async () => {
  for (const _ of twelve) {
    const cohortId = await aCohort({ capacity: 1, largestParty: 1 });
    const party = await aParty(cohortId, ["Ana"]);
    const next = await aParty(cohortId, ["Kim"], later(1));
    const ana = member(party.members[0]!.id);
    const [yes, no] = await Promise.all([
      confirm(ana, party.id, later(2)),
      withdraw(ana, party.id, later(2)),
    ]);
    expect(no.ok).toBe(true);
    expect(yes).toEqual(yes.ok ? { ok: true, value: { enrolled: true } } : { ok: false, reason: "not_live" });
    expect((await enrollment(party.id)).state).toBe("withdrawn");
    expect((await enrollment(next.id)).state).toBe("held");
    expect(await seatsTaken(cohortId)).toBe(1);
  }
});

test("at the deadline a hold is either confirmed or lapsed, never both", async () => {
  for (const _ of twelve) {
    const cohortId = await aCohort({ capacity: 1, largestParty: 1 });
    const party = await aParty(cohortId, ["Ana"]);
    const next = await aParty(cohortId, ["Kim"], later(1));
    const deadline = instantOf(party.holdExpiresAt ?? dateOf(monday));
    const [yes, ended, endedToo] = await Promise.all([
      confirm(member(party.members[0]!.id), party.id, deadline.subtract({ milliseconds: 1 })),
      expireHolds(deadline),
      expireHolds(deadline),
    ]);
    expect(ended + endedToo).toBe(yes.ok ? 0 : 1);
    expect(yes).toEqual(yes.ok ? { ok: true, value: { enrolled: true } } : { ok: false, reason: "lapsed" });
    expect((await enrollment(party.id)).state).toBe(yes.ok ? "confirmed" : "expired");
    expect((await enrollment(next.id)).state).toBe(yes.ok ? "waitlisted" : "held");
    expect((await letters(next.id)).filter(([template]) => template === "offer").length).toBe(yes.ok ? 0 : 1);
  }
});

test("seats that come free all at once are each offered once, and only to those first in line", async () => {
  const cohortId = await aCohort({ capacity: 8 });
  const inside = [];
  for (const at of twelve.slice(0, 8)) inside.push(await aParty(cohortId, [`Inside ${at}`], later(at)));
  const line = [];
  for (const at of twelve) line.push(await aParty(cohortId, [`Waiting ${at}`], later(10 + at)));
  await Promise.all(inside.map(({ id, members }) => withdraw(member(members[0]!.id), id, later(30))));
  const states = await Promise.all(line.map(async ({ id }) => (await enrollment(id)).state));
  expect(states).toEqual([...Array(8).fill("held"), ...Array(4).fill("waitlisted")]);
  expect(await seatsTaken(cohortId)).toBe(8);
  const offered = await db.waitlistDecision.findMany({
    where: { cohortId, kind: "offered" },
    select: { enrollmentId: true },
  });
  expect(offered.map(({ enrollmentId }) => enrollmentId).toSorted()).toEqual(
    line
      .slice(0, 8)
      .map(({ id }) => id)
      .toSorted(),
  );
  const mailed = await Promise.all(
    line.map(async ({ id }) => (await letters(id)).filter(([template]) => template === "offer").length),
  );
  expect(mailed).toEqual([...Array(8).fill(1), ...Array(4).fill(0)]);
});

afterEach(async () => {
  expect((await check(later(48))).filter(({ ids }) => ids.length > 0)).toEqual([]);
  await db.enrollment.deleteMany();
});

async function seatsTaken(cohortId: string): Promise<number> {
  return (await db.cohort.findUniqueOrThrow({ where: { id: cohortId }, select: { seatsTaken: true } }))
    .seatsTaken;
}
