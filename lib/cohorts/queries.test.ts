import { describe, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { aCohort, alex, aParty, monday, robin, sam } from "#lib/testing/cast.ts";
import { closeCohort } from "./open.ts";
import { loadJoinable, loadOpenCohort, loadOpenCohorts } from "./queries.ts";

const titles = async (at = monday) => (await loadOpenCohorts(at)).map(({ title }) => title);

describe("the public list", () => {
  test("shows open cohorts alone, the one that begins first first, and none that has begun", async () => {
    await aCohort({ title: "Spring", firstOn: Temporal.PlainDate.from("2027-04-06") });
    const winter = await aCohort({ title: "Winter" });
    await aCohort({ title: "Not yet", draft: true });
    await closeCohort(await sam(), await aCohort({ title: "No more" }));
    await db.cohort.update({
      where: { id: await aCohort({ title: "Never" }) },
      data: { state: "cancelled" },
    });

    expect(await titles()).toEqual(["Winter", "Spring"]);
    expect(await titles(Temporal.Instant.from("2027-01-12T23:29:59Z"))).toEqual(["Winter", "Spring"]);
    expect(await titles(Temporal.Instant.from("2027-01-12T23:30:00Z"))).toEqual(["Spring"]);
    expect(await loadOpenCohort(winter, Temporal.Instant.from("2027-01-12T23:30:00Z"))).toBeNull();
  });
});

describe("one cohort", () => {
  test("says how many chairs are taken and who facilitates, and nothing of who comes", async () => {
    const facilitatorIds = [(await sam()).userId, (await robin()).userId];
    const id = await aCohort({ capacity: 3, facilitatorIds }, await alex());
    await aParty(id, ["Ana Moreau", "Noor Haddad"]);
    await aParty(id, ["Mika Roth", "Dov Stern"]);
    const shown = await loadOpenCohort(id, monday);
    expect(shown).toMatchObject({
      capacity: 3,
      seatsTaken: 2,
      free: 1,
      partiesWaiting: 1,
      reviews: false,
      facilitators: ["Robin Okafor", "Sam Lindqvist"],
    });
    expect(shown?.sessions.map(({ startsLocal }) => startsLocal.toString()).slice(0, 2)).toEqual([
      "2027-01-12T18:30:00",
      "2027-01-19T18:30:00",
    ]);
    expect(JSON.stringify(shown)).not.toMatch(/Ana|Noor|Mika|Dov|example\.org/);
    expect(Object.keys(shown ?? {})).not.toContain("joinUrl");
  });

  test("that is a draft, closed, or no cohort at all is not found", async () => {
    expect(await loadOpenCohort(await aCohort({ draft: true }), monday)).toBeNull();
    expect(await loadOpenCohort(crypto.randomUUID(), monday)).toBeNull();
    expect(await loadOpenCohort("../etc", monday)).toBeNull();
  });
});

describe("the form", () => {
  test("says until when places would be kept, as holds then are", async () => {
    const id = await aCohort();
    const at = monday.add({ minutes: 10 });
    const [joinable] = await loadJoinable(id, at);
    const { holdExpiresAt } = await aParty(id, ["Uma"], at);
    expect(joinable?.keptUntil.toString()).toBe("2026-11-25T16:00:00Z");
    expect(holdExpiresAt?.toISOString()).toBe("2026-11-25T16:00:00.000Z");
  });

  test("offers every open cohort, or the one asked for, or none", async () => {
    const all = (await loadJoinable(undefined, monday)).map(({ id }) => id);
    expect(all).toEqual((await loadOpenCohorts(monday)).map(({ id }) => id));
    expect(await loadJoinable("nothing", monday)).toEqual([]);
  });
});
