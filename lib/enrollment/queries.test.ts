import pg from "pg";
import { describe, expect, test, vi } from "vitest";
import { visitor } from "#lib/audit/actor.ts";
import { db } from "#lib/db/client.ts";
import { linkToken } from "#lib/links/token.ts";
import { memberBehind } from "#lib/people/member-behind.ts";
import { aCohort, alex, aParty, enrollment, late, member, monday } from "#lib/testing/cast.ts";
import { askAgain } from "./ask-again.ts";
import { confirm } from "./confirm.ts";
import { enroll } from "./enroll.ts";
import { enrollmentBehind, loadKept, loadPlace, loadPlaces, ownLinkAfter, partnerAt } from "./queries.ts";
import { transfer } from "./transfer.ts";
import { withdraw } from "./withdraw.ts";

const later = (hours: number) => monday.add({ hours });

describe("the page behind a member's own link", () => {
  test("shows until when seats are held, and of a partner the first name and whether they said yes", async () => {
    const party = await aParty(await aCohort(), ["Ana Moreau", "Noor Haddad"]);
    const [ana, noor] = party.members;
    await confirm(member(noor!.id), party.id, later(1));
    const place = await loadPlace(member(ana!.id), later(2));
    expect(place).toMatchObject({
      state: "held",
      seats: 2,
      offered: false,
      ahead: null,
      decisions: [],
      joinable: true,
    });
    expect(place?.keptUntil?.toString()).toBe("2026-11-25T15:00:00Z");
    expect(place?.members).toEqual([
      {
        me: true,
        position: 1,
        firstName: "Ana",
        gone: false,
        comesAnyway: false,
        saidYes: false,
        everSaidYes: false,
        ranOut: false,
      },
      {
        me: false,
        position: 2,
        firstName: "Noor",
        gone: false,
        comesAnyway: false,
        saidYes: true,
        everSaidYes: true,
        ranOut: false,
      },
    ]);
    expect(JSON.stringify(place)).not.toMatch(/Haddad|Moreau|@example/);
  });

  test("a hold whose time is over has lapsed, before any job has ended it", async () => {
    const party = await aParty(await aCohort());
    expect((await loadPlace(member(party.members[0]!.id), later(48)))?.state).toBe("expired");
    expect((await enrollment(party.id)).state).toBe("held");
  });

  test("says how many people and parties are ahead, and why the waitlist did what it did", async () => {
    const cohort = await aCohort({ capacity: 2 });
    const first = await aParty(cohort);
    const couple = await aParty(cohort, ["Mika", "Dov"], later(1));
    const single = await aParty(cohort, ["Uma"], later(2));
    expect((await loadPlace(member(couple.members[0]!.id), later(3)))?.ahead).toEqual({
      parties: 0,
      people: 0,
    });
    expect((await loadPlace(member(single.members[0]!.id), later(3)))?.ahead).toEqual({
      parties: 1,
      people: 2,
    });

    for (const { id } of first.members) await confirm(member(id), first.id, later(3));
    await withdraw(member(first.members[1]!.id), first.id, late);
    expect(await loadPlace(member(single.members[0]!.id), late)).toMatchObject({
      state: "held",
      offered: true,
    });
    const passed = await loadPlace(member(couple.members[0]!.id), late);
    expect(passed?.decisions.map(({ reason }) => reason)).toEqual([
      "One place came free, and your party needs 2, so a smaller party behind you was asked. You keep your place in line. If it happens once more, free places are saved for you until there are enough.",
    ]);
  });

  test("after one has left, they see that, and who stays is alone", async () => {
    const party = await aParty(await aCohort());
    const [ana, noor] = party.members;
    await withdraw(member(noor!.id), party.id, later(1));
    expect(
      (await loadPlace(member(ana!.id), later(2)))?.members.map(({ firstName, gone }) => [firstName, gone]),
    ).toEqual([
      ["Ana", false],
      ["", true],
    ]);
    expect((await loadPlace(member(noor!.id), later(2)))?.members).toMatchObject([{ me: true, gone: true }]);
  });

  test("whoever has left is not shown where the others are now, and asks nobody anything", async () => {
    const party = await aParty(await aCohort(), ["Ana", "Noor", "Kim"]);
    const [ana, noor, kim] = party.members;
    for (const { id } of [ana!, noor!]) await confirm(member(id), party.id, later(1));
    await withdraw(member(noor!.id), party.id, later(2));
    const toCohortId = await aCohort({ title: "Another evening" });
    const moved = await transfer(
      await alex(),
      { enrollmentId: party.id, toCohortId, orLine: false },
      later(3),
    );
    if (!moved.ok) throw new Error(moved.reason);
    const { enrollmentId } = moved.value;
    const [place, ...others] = await loadPlaces(member(noor!.id), later(4));
    expect(others).toEqual([]);
    expect(place).toMatchObject({ state: "withdrawn", members: [{ me: true, gone: true }], decisions: [] });
    expect(await askAgain(member(noor!.id), enrollmentId, kim!.id, later(24))).toEqual({
      ok: false,
      reason: "not_waiting",
    });
    expect((await askAgain(member(ana!.id), enrollmentId, kim!.id, later(24))).ok).toBe(true);
  });

  test("asks the database as often for five as for one", async () => {
    const cohort = await aCohort({ largestParty: 5 });
    const one = await aParty(cohort, ["Uma"]);
    const five = await aParty(cohort, ["Ana", "Noor", "Mika", "Dov", "Lio"]);
    const queries = await queriesOf(() => loadPlace(member(one.members[0]!.id), monday));
    expect(queries).toBeGreaterThan(0);
    expect(await queriesOf(() => loadPlace(member(five.members[0]!.id), monday))).toBe(queries);
  });
});

describe("a member's own link", () => {
  test("is theirs until it is ended, and nobody can make one", async () => {
    const { members } = await aParty(await aCohort());
    const id = members[0]!.id;
    expect(await memberBehind(linkToken("member", id))).toEqual(member(id));
    expect(await memberBehind(linkToken("inquiry", id))).toBeNull();
    expect(await memberBehind(linkToken("member", crypto.randomUUID()))).toBeNull();
    expect(await memberBehind("nonsense")).toBeNull();
    await db.member.update({ where: { id }, data: { linkVersion: 2 } });
    expect(await memberBehind(linkToken("member", id))).toBeNull();
  });

  test("reaches its own party and no other", async () => {
    const cohort = await aCohort();
    const ours = await aParty(cohort);
    const theirs = await aParty(cohort, ["Kim", "Lou"]);
    const ana = member(ours.members[0]!.id);
    expect(await enrollmentBehind(ana)).toBe(ours.id);
    expect(await partnerAt(ana, 2)).toBe(ours.members[1]!.id);
    expect(await partnerAt(ana, 3)).toBeNull();
    expect(await partnerAt(member(theirs.members[0]!.id), 2)).toBe(theirs.members[1]!.id);
  });
});

describe("after the form", () => {
  const form = (cohortId: string, email = "ana@example.org") => ({
    cohortId,
    formToken: crypto.randomUUID(),
    inquiry: undefined,
    people: [
      { name: "Ana Moreau", email },
      { name: "Noor Haddad", email: "noor@example.org" },
    ],
  });

  test("whoever sent it sees first names, and what is kept until when", async () => {
    const input = form(await aCohort());
    await enroll(visitor, input, monday);
    const kept = await loadKept(input.formToken, monday);
    expect(kept).toMatchObject({ state: "held", seats: 2, firstNames: ["Ana", "Noor"], ahead: null });
    expect(kept?.keptUntil?.toString()).toBe("2026-11-25T15:00:00Z");
    expect(await loadKept(crypto.randomUUID())).toBeNull();
    expect(await loadKept("nothing")).toBeNull();
  });

  test("only who came by their own mailbox is led to their own page", async () => {
    const outcome = await enroll(visitor, form(await aCohort()), monday);
    if (!outcome.ok) throw new Error(outcome.reason);
    const { enrollmentId } = outcome.value;
    const [ana] = (await enrollment(enrollmentId)).members;
    const inquiry = { id: crypto.randomUUID(), people: [], mentions: "", enrolled: true };
    expect(await ownLinkAfter(enrollmentId, { ...inquiry, address: "ANA@example.org" })).toBe(
      `https://kindroom.example/place/${linkToken("member", ana!.id)}`,
    );
    expect(await ownLinkAfter(enrollmentId, { ...inquiry, address: "noor@example.org" })).toBeNull();
    expect(await ownLinkAfter(enrollmentId, { ...inquiry, address: "kim@example.org" })).toBeNull();
  });
});

/** How many statements PostgreSQL is sent meanwhile. */
async function queriesOf(work: () => Promise<unknown>): Promise<number> {
  const sent = vi.spyOn(pg.Client.prototype, "query");
  try {
    await work();
    return sent.mock.calls.length;
  } finally {
    sent.mockRestore();
  }
}
