import { describe, expect, test } from "vitest";
import { dateOf } from "#lib/clock/convert.ts";
import { db } from "#lib/db/client.ts";
import { standingOf } from "#lib/seats/standing.ts";
import { aCohort, alex, aParty, enrollment, late, letters, member, monday, sam } from "#lib/testing/cast.ts";
import { confirm } from "./confirm.ts";
import { offerNow } from "./offer-now.ts";
import { takeOfferBack } from "./take-offer-back.ts";
import { takeOut } from "./take-out.ts";

const later = (hours: number) => monday.add({ hours });
const why = "Their therapist asked for this week";

/** Three free chairs of four; a party of four waits for them, and two behind it, whom the policy leaves waiting. */
async function aLine() {
  const cohortId = await aCohort({ capacity: 4 });
  await aParty(cohortId, ["Ana"]);
  await db.cohort.update({ where: { id: cohortId }, data: { policy: "inOrder" } });
  const four = await aParty(cohortId, ["Rae", "Sol", "Emi", "Kai"], later(1));
  const couple = await aParty(cohortId, ["Mika", "Dov"], later(2));
  const single = await aParty(cohortId, ["Tomas"], later(3));
  return { cohortId, four, couple, single };
}

const decide = async (id: string, reason = why) => ({
  enrollmentId: id,
  seen: standingOf(await enrollment(id)),
  reason,
});

const states = async (...ids: string[]) => Promise.all(ids.map(async (id) => (await enrollment(id)).state));

const reasons = async (enrollmentId: string) =>
  (await db.waitlistDecision.findMany({ where: { enrollmentId }, orderBy: [{ at: "asc" }] })).map(
    ({ kind, reason }) => [kind, reason],
  );

describe("an offer out of turn", () => {
  test("holds the seats with a reason the party can read, and its letter waits", async () => {
    const { single, four } = await aLine();
    expect(await offerNow(await alex(), await decide(single.id), later(4))).toEqual({
      ok: true,
      value: undefined,
    });
    const offered = await enrollment(single.id);
    expect([offered.state, offered.offeredAt]).toEqual(["held", dateOf(later(4))]);
    expect(await reasons(single.id)).toEqual([
      ["override", `The clinic offered you this out of turn: ${why}`],
    ]);
    expect(await states(four.id)).toEqual(["waitlisted"]);
    const [letter] = await db.message.findMany({
      where: { template: "offer", props: { path: ["enrollmentId"], equals: single.id } },
    });
    const [job] = await db.$queryRaw<{ waits: number }[]>`
      SELECT extract(epoch FROM run_at - created_at)::int AS waits FROM graphile_worker.jobs WHERE key = ${`send-messages:${letter?.batch}`}`;
    expect(job?.waits).toBe(20);
  });

  test("says how many seats are free when they don't suffice, and changes nothing", async () => {
    const { four } = await aLine();
    expect(await offerNow(await alex(), await decide(four.id), later(4))).toEqual({
      ok: false,
      reason: "too_few",
      free: 3,
    });
    expect(await states(four.id)).toEqual(["waitlisted"]);
    expect(await reasons(four.id)).toEqual([]);
  });

  test("is for those who come anyway when the party would take fewer", async () => {
    const { four } = await aLine();
    await db.enrollment.update({ where: { id: four.id }, data: { fewest: 2 } });
    expect((await offerNow(await alex(), await decide(four.id), later(4))).ok).toBe(true);
    expect([(await enrollment(four.id)).seats, (await enrollment(four.id)).forFewer]).toEqual([2, true]);
  });

  test("is an admin's alone, made by day, and never after the cutoff or past a pause", async () => {
    const { single, couple } = await aLine();
    const seen = await decide(single.id);
    expect(await offerNow(await sam(), seen, later(4))).toEqual({ ok: false, reason: "not_yours" });
    expect(await offerNow(await alex(), seen, later(14))).toEqual({ ok: false, reason: "asleep" });
    const lastDay = Temporal.Instant.from("2027-01-12T16:00:00Z");
    expect(await offerNow(await alex(), seen, lastDay)).toEqual({ ok: false, reason: "ended" });
    await db.enrollment.update({ where: { id: couple.id }, data: { pausedAt: dateOf(later(3)) } });
    expect(await offerNow(await alex(), await decide(couple.id), later(4))).toEqual({
      ok: false,
      reason: "paused",
    });
  });

  test("counts as a pass for a larger party that free seats are saved for, until it is taken back", async () => {
    const { cohortId, four, single } = await aLine();
    await db.cohort.update({ where: { id: cohortId }, data: { policy: "fit" } });
    await db.enrollment.update({ where: { id: four.id }, data: { passedOver: 2 } });
    await offerNow(await alex(), await decide(single.id), later(4));
    expect((await enrollment(four.id)).passedOver).toBe(3);
    expect((await takeOfferBack(await alex(), await decide(single.id), later(5))).ok).toBe(true);
    expect((await enrollment(four.id)).passedOver).toBe(2);
    expect((await reasons(four.id)).map(([kind]) => kind)).toEqual(["passedOver", "changed"]);
    expect(await states(four.id, single.id)).toEqual(["waitlisted", "waitlisted"]);
  });
});

describe("of two who decide at once", () => {
  test("the second is told, whatever it was, and nothing is done twice", async () => {
    for (const second of [offerNow, takeOut]) {
      const { single } = await aLine();
      const [actor, seen] = [await alex(), await decide(single.id)];
      const answers = await Promise.all([offerNow(actor, seen, later(4)), second(actor, seen, later(4))]);
      expect(answers.filter(({ ok }) => ok).length).toBe(1);
      expect(answers.filter((answer) => !answer.ok && answer.reason === "changed").length).toBe(1);
      expect((await letters(single.id)).length).toBe(2);
    }
  });

  test("an offer that was taken back can't be repeated by who still sees the line before it", async () => {
    const { single } = await aLine();
    const [actor, seen] = [await alex(), await decide(single.id)];
    await offerNow(actor, seen, later(4));
    await takeOfferBack(actor, await decide(single.id), later(4));
    expect(await offerNow(actor, seen, later(4))).toEqual({ ok: false, reason: "changed" });
  });
});

describe("taking an offer back", () => {
  test("puts the party where it was, and no letter goes out", async () => {
    const { single, cohortId } = await aLine();
    const actor = await alex();
    await offerNow(actor, await decide(single.id), later(4));
    const undo = await decide(single.id);
    expect((await takeOfferBack(actor, undo, later(4))).ok).toBe(true);
    const back = await enrollment(single.id);
    expect([back.state, back.joinedAt, back.restsUntil]).toEqual(["waitlisted", dateOf(later(3)), null]);
    const letter = await db.message.findFirstOrThrow({
      where: { template: "offer", props: { path: ["enrollmentId"], equals: single.id } },
    });
    expect([letter.state, letter.error]).toEqual(["kept", "Taken back before it was sent."]);
    const [jobs] = await db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM graphile_worker.jobs WHERE key = ${`send-message:${letter.id}`}`;
    expect(jobs?.count).toBe(0);
    expect((await db.cohort.findUniqueOrThrow({ where: { id: cohortId } })).seatsTaken).toBe(1);
    expect(await takeOfferBack(actor, undo, later(4))).toEqual({ ok: false, reason: "changed" });
  });

  test("is refused once a letter is on its way, or somebody has said yes", async () => {
    const { single, couple } = await aLine();
    const actor = await alex();
    await offerNow(actor, await decide(single.id), later(4));
    await db.message.updateMany({ where: { template: "offer" }, data: { state: "sending" } });
    expect(await takeOfferBack(actor, await decide(single.id), later(4))).toEqual({
      ok: false,
      reason: "letter_gone",
    });
    await offerNow(actor, await decide(couple.id), later(5));
    await confirm(member(couple.members[0]!.id), couple.id, later(5));
    expect(await takeOfferBack(actor, await decide(couple.id), later(5))).toEqual({
      ok: false,
      reason: "changed",
    });
    expect(await states(single.id, couple.id)).toEqual(["held", "held"]);
  });

  test("is not for an offer that the policy made", async () => {
    const cohortId = await aCohort({ capacity: 4 });
    await aParty(cohortId, ["Ana", "Noor"]);
    await aParty(cohortId, ["Rae", "Sol", "Emi"], later(1));
    const single = await aParty(cohortId, ["Tomas"], late);
    expect(single.state).toBe("held");
    expect(await takeOfferBack(await alex(), await decide(single.id), late)).toEqual({
      ok: false,
      reason: "changed",
    });
  });
});
