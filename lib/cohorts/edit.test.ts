import { describe, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { confirm } from "#lib/enrollment/confirm.ts";
import { enroll } from "#lib/enrollment/enroll.ts";
import { withdraw } from "#lib/enrollment/withdraw.ts";
import { aCohort, aParty, enrollment, letters, member, monday, robin, sam } from "#lib/testing/cast.ts";
import { confirmCohort } from "./confirm-cohort.ts";
import { editCohort } from "./edit.ts";
import { loadJoinable, loadOpenCohort } from "./queries.ts";
import { editSchema } from "./schema.ts";

const later = (hours: number) => monday.add({ hours });

function form(cohortId: string, changes: Record<string, unknown> = {}) {
  return editSchema.parse({ cohortId, title: "Winter evenings", capacity: "16", ...changes });
}

async function sayYes(party: Awaited<ReturnType<typeof aParty>>, at = later(1)) {
  for (const { id } of party.members) await confirm(member(id), party.id, at);
}

const runs = async (enrollmentId: string) =>
  (await letters(enrollmentId)).filter(([template]) => template === "cohort-runs").map(([, to]) => to);

describe("the settings", () => {
  test("are the facilitators' own, and say how many places are taken", async () => {
    const cohort = await aCohort();
    const couple = await aParty(cohort);
    expect(await editCohort(await robin(), form(cohort), later(1))).toEqual({
      ok: false,
      reason: "not_yours",
    });
    expect(await editCohort(await sam(), form(cohort, { capacity: "1", smallest: "1" }), later(1))).toEqual({
      ok: false,
      reason: "seats_taken",
      taken: 2,
    });
    await editCohort(await sam(), form(cohort, { capacity: "2", title: "Evenings", fee: "300" }), later(1));
    expect(await db.cohort.findUniqueOrThrow({ where: { id: cohort } })).toMatchObject({
      title: "Evenings",
      capacity: 2,
      largestParty: 2,
      feeCents: 30_000,
    });
    const waiting = await aParty(cohort, ["Jun"], later(2));
    await editCohort(await sam(), form(cohort, { capacity: "3" }), later(3));
    expect([(await enrollment(waiting.id)).state, couple.state]).toEqual(["held", "held"]);
  });

  test("that contradict each other are refused at the field that mends it", () => {
    const wrong = editSchema.safeParse({
      cohortId: crypto.randomUUID(),
      title: "Evenings",
      capacity: "8",
      smallest: "9",
      cutoffHours: "48",
      savingHours: "24",
      offerHours: "24",
      reminderHours: "24",
      opensAt: "2027-01-10T09:00",
      closesAt: "2027-01-10T09:00",
    });
    expect(wrong.error?.issues.map(({ path }) => path[0])).toEqual([
      "smallest",
      "savingHours",
      "reminderHours",
      "closesAt",
    ]);
  });
});

describe("the window of enrolment", () => {
  const window = { opensAt: "2026-11-25T09:00", closesAt: "2026-12-01T18:00" };
  const [before, within, after] = [
    "2026-11-25T13:59:59Z",
    "2026-11-25T14:00:00Z",
    "2026-12-01T23:00:00Z",
  ].map((text) => Temporal.Instant.from(text));
  const oneForm = (cohortId: string) => ({
    cohortId,
    formToken: crypto.randomUUID(),
    inquiry: undefined,
    people: [{ name: "Uma", email: "uma@example.org" }],
  });

  test("is shown before it opens, taken by none, and gone after it ends", async () => {
    const cohort = await aCohort();
    await editCohort(await sam(), form(cohort, window), monday);
    expect((await loadOpenCohort(cohort, before))?.opensAt?.toString()).toBe("2026-11-25T14:00:00Z");
    expect(await loadJoinable(cohort, before)).toEqual([]);
    expect(await enroll({ kind: "visitor" }, oneForm(cohort), before)).toEqual({
      ok: false,
      reason: "opens_later",
    });
    expect((await loadOpenCohort(cohort, within))?.opensAt).toBeNull();
    expect(await loadJoinable(cohort, within)).toHaveLength(1);
    expect(await enroll({ kind: "visitor" }, oneForm(cohort), within)).toMatchObject({ ok: true });
    expect(await loadOpenCohort(cohort, after)).toBeNull();
    expect(await enroll({ kind: "visitor" }, oneForm(cohort), after)).toEqual({
      ok: false,
      reason: "closed",
      since: after,
      timeZone: "America/Toronto",
    });
  });
});

describe("a cohort in doubt", () => {
  test("is sure when its smallest number is reached, tells everyone once, and stays sure", async () => {
    const cohort = await aCohort({ smallest: 3, capacity: 3 });
    const couple = await aParty(cohort);
    await sayYes(couple);
    expect((await loadOpenCohort(cohort, later(2)))?.tentative).toEqual({ smallest: 3, soFar: 2 });
    const single = await aParty(cohort, ["Kim"]);
    const waiting = await aParty(cohort, ["Mika", "Dov"], later(1));
    expect(await runs(couple.id)).toEqual([]);
    await sayYes(single, later(2));
    expect(await runs(couple.id)).toEqual(["ana@example.org", "noor@example.org"]);
    expect(await runs(single.id)).toEqual(["kim@example.org"]);
    expect(await runs(waiting.id)).toEqual(["mika@example.org"]);
    await withdraw(member(single.members[0]!.id), single.id, later(3));
    expect((await loadOpenCohort(cohort, later(3)))?.tentative).toBeNull();
    await sayYes(waiting, later(4));
    await confirmCohort(await sam(), cohort, later(5));
    expect(await runs(couple.id)).toHaveLength(2);
  });

  test("is sure when its facilitator says so, or needs fewer", async () => {
    const [one, other] = [await aCohort({ smallest: 8 }), await aCohort({ smallest: 8 })];
    const parties = [await aParty(one), await aParty(other)];
    for (const party of parties) await sayYes(party);
    await confirmCohort(await robin(), one, later(2));
    expect(await runs(parties[0]!.id)).toEqual([]);
    await confirmCohort(await sam(), one, later(2));
    expect(await runs(parties[0]!.id)).toHaveLength(2);
    await editCohort(await sam(), form(other, { smallest: "2" }), later(2));
    expect(await runs(parties[1]!.id)).toHaveLength(2);
    expect((await loadOpenCohort(other, later(3)))?.tentative).toBeNull();
  });

  test("is none that runs with one", async () => {
    const cohort = await aCohort();
    const party = await aParty(cohort, ["Kim"]);
    await sayYes(party);
    expect((await loadOpenCohort(cohort, later(2)))?.tentative).toBeNull();
    expect(await runs(party.id)).toEqual([]);
  });
});
