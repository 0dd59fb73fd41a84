import { beforeEach, describe, expect, test } from "vitest";
import { mark } from "#lib/attendance/mark.ts";
import { db } from "#lib/db/client.ts";
import { check } from "#lib/invariants/check.ts";
import { setConsent } from "#lib/people/set-consent.ts";
import { aCohort, alex, aParty, enrollment, late, letters, member, monday, sam } from "#lib/testing/cast.ts";
import { confirm } from "./confirm.ts";
import { pause, resume } from "./pause.ts";
import { transfer } from "./transfer.ts";

const later = (hours: number) => monday.add({ hours });
const at = later(5);

/** A couple that has said yes, in a cohort of two chairs. */
async function aConfirmedCouple(cohortId: string, names = ["Ana", "Noor"]) {
  const party = await aParty(cohortId, names);
  for (const { id } of party.members) await confirm(member(id), party.id, later(1));
  return party;
}

const decisions = (enrollmentId: string) =>
  db.waitlistDecision.findMany({ where: { enrollmentId }, select: { kind: true, reason: true } });

let here: string;
let there: string;

beforeEach(async () => {
  here = await aCohort({ title: "Winter evenings", capacity: 2 });
  there = await aCohort({ title: "Saturday mornings", capacity: 3 });
});

describe("moving a confirmed couple", () => {
  test("what each of them came to counts there, their consents stay, and a move back loses nothing", async () => {
    const couple = await aConfirmedCouple(here);
    const [ana, noor] = couple.members.map(({ personId }) => personId) as [string, string];
    const actor = await alex();
    const sessionOf = async (cohortId: string, position: number) =>
      (await db.session.findFirstOrThrow({ where: { cohortId, position } })).id;
    await mark(actor, { sessionId: await sessionOf(here, 1), personId: ana, status: "late" }, at);
    await mark(actor, { sessionId: await sessionOf(here, 2), personId: ana, status: "absent" }, at);
    await mark(actor, { sessionId: await sessionOf(here, 2), personId: noor, status: "present" }, at);
    await setConsent(db, { personId: noor, purpose: "news", given: true, how: "asked" }, at);
    const standing = async (cohortId: string) => {
      const rows = await db.attendance.findMany({
        where: { session: { cohortId }, status: { not: null } },
        orderBy: { session: { position: "asc" } },
        select: { status: true, session: { select: { position: true } }, person: { select: { name: true } } },
      });
      return rows.map(({ person, session, status }) => [person.name, session.position, status]).toSorted();
    };
    const before = await standing(here);
    const consents = await db.consent.findMany({ where: { personId: noor } });
    const move = async (enrollmentId: string, toCohortId: string) => {
      const outcome = await transfer(actor, { enrollmentId, toCohortId, orLine: false }, at);
      if (!outcome.ok) throw new Error(outcome.reason);
      return outcome.value.enrollmentId;
    };
    const moved = await move(couple.id, there);
    expect(await standing(there)).toEqual([
      ["Ana", 1, "madeUp"],
      ["Noor", 2, "madeUp"],
    ]);
    await mark(actor, { sessionId: await sessionOf(there, 2), personId: ana, status: "present" }, at);
    await move(moved, here);
    // The evening that Ana had missed here she came to there.
    expect(await standing(here)).toEqual([
      ["Ana", 1, "late"],
      ["Ana", 2, "madeUp"],
      ["Noor", 2, "present"],
    ]);
    expect(before).toEqual([
      ["Ana", 1, "late"],
      ["Ana", 2, "absent"],
      ["Noor", 2, "present"],
    ]);
    expect(await db.consent.findMany({ where: { personId: noor } })).toEqual(consents);
  });

  test("keeps it confirmed by its own yes, with its place in line, and offers what it leaves to the line", async () => {
    const couple = await aConfirmedCouple(here);
    const waiting = await aParty(here, ["Tomas"], later(2));
    const outcome = await transfer(
      await alex(),
      { enrollmentId: couple.id, toCohortId: there, orLine: false },
      at,
    );
    if (!outcome.ok) throw new Error(outcome.reason);
    const moved = await enrollment(outcome.value.enrollmentId);
    expect(moved).toMatchObject({
      cohortId: there,
      state: "confirmed",
      seats: 2,
      movedFromId: couple.id,
      joinedAt: couple.joinedAt,
    });
    expect((await enrollment(couple.id)).state).toBe("withdrawn");
    expect((await enrollment(waiting.id)).state).toBe("held");
    expect(await letters(moved.id)).toEqual([
      ["moved", "ana@example.org"],
      ["moved", "noor@example.org"],
    ]);
    expect(await decisions(couple.id)).toEqual([
      { kind: "changed", reason: "We moved you to “Saturday mornings”." },
    ]);
    expect(await decisions(moved.id)).toEqual([
      {
        kind: "changed",
        reason:
          "We moved you here from “Winter evenings”. You keep your place in line since Monday 23 November 2026.",
      },
    ]);
    expect((await check(at)).filter(({ ids }) => ids.length > 0)).toEqual([]);
  });

  test("moves nothing without room for both, and says how many places are free", async () => {
    const couple = await aConfirmedCouple(here);
    await aParty(there, ["Kim", "Lou"]);
    const before = await db.enrollment.findMany({ orderBy: { id: "asc" } });
    const outcome = await transfer(
      await alex(),
      { enrollmentId: couple.id, toCohortId: there, orLine: false },
      at,
    );
    expect(outcome).toEqual({ ok: false, reason: "no_room", free: 1 });
    expect(await db.enrollment.findMany({ orderBy: { id: "asc" } })).toEqual(before);
  });

  test("puts it in line there by its seniority when that is asked for", async () => {
    const couple = await aConfirmedCouple(here);
    await aParty(there, ["Kim", "Lou"]);
    const younger = await aParty(there, ["Mika", "Dov"], later(2));
    const outcome = await transfer(
      await alex(),
      { enrollmentId: couple.id, toCohortId: there, orLine: true },
      at,
    );
    if (!outcome.ok) throw new Error(outcome.reason);
    const moved = await enrollment(outcome.value.enrollmentId);
    expect([moved.state, younger.state]).toEqual(["waitlisted", "waitlisted"]);
    expect(moved.joinedAt < younger.joinedAt).toBe(true);
    expect(await letters(moved.id)).toEqual([
      ["moved", "ana@example.org"],
      ["moved", "noor@example.org"],
    ]);
  });

  test("does not take the seat that is saved for somebody who waits longer", async () => {
    const trio = await aParty(there, ["Rae", "Sol", "Emi"], monday.subtract({ hours: 5 }));
    const couple = await aParty(there, ["Mika", "Dov"], monday.subtract({ hours: 4 }));
    await db.enrollment.update({ where: { id: couple.id }, data: { passedOver: 2 } });
    await db.waitlistDecision.create({
      data: { cohortId: there, enrollmentId: couple.id, kind: "passedOver", reason: "twice", at: new Date() },
    });
    await db.cohort.update({ where: { id: there }, data: { capacity: 4 } });
    expect([trio.state, couple.state]).toEqual(["held", "waitlisted"]);
    const single = await aParty(here, ["Jun"]);
    await confirm(member(single.members[0]!.id), single.id, later(1));
    const move = { enrollmentId: single.id, toCohortId: there, orLine: false };
    expect(await transfer(await alex(), move, late)).toEqual({ ok: false, reason: "no_room", free: 1 });
    await db.enrollment.update({ where: { id: couple.id }, data: { passedOver: 0 } });
    expect(await transfer(await alex(), move, late)).toMatchObject({
      ok: true,
      value: { state: "confirmed" },
    });
    expect((await enrollment(couple.id)).passedOver).toBe(1);
  });
});

test("a party that waits takes free seats elsewhere by its own yes", async () => {
  await aConfirmedCouple(here);
  const waiting = await aParty(here, ["Mika", "Dov"], later(2));
  const outcome = await transfer(
    await alex(),
    { enrollmentId: waiting.id, toCohortId: there, orLine: false },
    at,
  );
  if (!outcome.ok) throw new Error(outcome.reason);
  expect(outcome.value.state).toBe("held");
  expect(await letters(outcome.value.enrollmentId)).toEqual([
    ["please-confirm", "dov@example.org"],
    ["please-confirm", "mika@example.org"],
  ]);
});

test("a cohort that is not for such a party takes it no more than its form does", async () => {
  const couple = await aConfirmedCouple(here);
  const single = await aParty(there, ["Tomas"]);
  const refusal = async (changes: Parameters<typeof aCohort>[0], { id } = couple) => {
    const outcome = await transfer(
      await alex(),
      { enrollmentId: id, toCohortId: await aCohort(changes), orLine: true },
      at,
    );
    return outcome.ok ? outcome.value.state : outcome.reason;
  };
  expect(await refusal({ audience: "individuals" })).toBe("individuals_only");
  expect(await refusal({ largestParty: 1 })).toBe("too_many");
  expect(await refusal({ audience: "partners" }, single)).toBe("partners_only");
  expect((await enrollment(couple.id)).state).toBe("confirmed");
  expect(await refusal({ audience: "partners" })).toBe("confirmed");
});

test("is an admin's, of what is alive, to a cohort that has not begun", async () => {
  const couple = await aConfirmedCouple(here);
  const move = { enrollmentId: couple.id, toCohortId: there, orLine: false };
  expect(await transfer(await sam(), move, at)).toEqual({ ok: false, reason: "not_yours" });
  const begun = Temporal.Instant.from("2027-02-01T12:00:00Z");
  expect(await transfer(await alex(), move, begun)).toEqual({ ok: false, reason: "not_there" });
  const outcomes = await Promise.all([transfer(await alex(), move, at), transfer(await alex(), move, at)]);
  expect(outcomes.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  expect(await db.enrollment.count({ where: { partyId: couple.partyId, cohortId: there } })).toBe(1);
});

test("a party that asked to be left out for a while is moved so, and offered nothing there", async () => {
  await aConfirmedCouple(here);
  const waiting = await aParty(here, ["Tomas"], later(2));
  expect((await pause(member(waiting.members[0]!.id), waiting.id, later(3))).ok).toBe(true);
  const outcome = await transfer(
    await alex(),
    { enrollmentId: waiting.id, toCohortId: there, orLine: false },
    at,
  );
  if (!outcome.ok) throw new Error(outcome.reason);
  const moved = await enrollment(outcome.value.enrollmentId);
  expect(moved.state).toBe("waitlisted");
  expect(moved.pausedAt?.getTime()).toBe(later(3).epochMilliseconds);
  expect((await resume(member(waiting.members[0]!.id), moved.id, later(6))).ok).toBe(true);
  expect((await enrollment(moved.id)).state).toBe("held");
});
