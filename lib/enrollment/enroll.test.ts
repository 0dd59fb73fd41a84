import { describe, expect, test } from "vitest";
import { visitor } from "#lib/audit/actor.ts";
import { db } from "#lib/db/client.ts";
import { aCohort, aParty, enrollment, late, letters, member, monday } from "#lib/testing/cast.ts";
import { confirm } from "./confirm.ts";
import { declineOffer } from "./decline-offer.ts";
import { enroll } from "./enroll.ts";
import { expireHolds } from "./expire.ts";
import { withdraw } from "./withdraw.ts";

const later = (hours: number) => monday.add({ hours });

describe("enrolling over the web", () => {
  test("two seats are held, and both are asked for their own yes", async () => {
    const cohort = await aCohort();
    const party = await aParty(cohort);
    expect(party.state).toBe("held");
    expect(party.seats).toBe(2);
    expect(party.holdExpiresAt?.toISOString()).toBe("2026-11-25T15:00:00.000Z");
    expect(party.members.map(({ state }) => state)).toEqual(["invited", "invited"]);
    expect(await letters(party.id)).toEqual([
      ["please-confirm", "ana@example.org"],
      ["please-confirm", "noor@example.org"],
    ]);
    expect(await db.cohort.findUnique({ where: { id: cohort }, select: { seatsTaken: true } })).toEqual({
      seatsTaken: 2,
    });
  });

  test("when both have said yes, both are enrolled and each gets a confirmation", async () => {
    const party = await aParty(await aCohort());
    const [ana, noor] = party.members;
    expect(await confirm(member(ana!.id), party.id, later(1))).toEqual({
      ok: true,
      value: { enrolled: false },
    });
    expect((await enrollment(party.id)).state).toBe("held");
    expect(await confirm(member(noor!.id), party.id, later(2))).toEqual({
      ok: true,
      value: { enrolled: true },
    });
    expect(await confirm(member(noor!.id), party.id, later(2))).toEqual({
      ok: true,
      value: { enrolled: true },
    });
    expect((await enrollment(party.id)).state).toBe("confirmed");
    expect((await letters(party.id)).slice(2)).toEqual([
      ["enrolled", "ana@example.org"],
      ["enrolled", "noor@example.org"],
    ]);
  });

  test("a couple waits when one seat is free", async () => {
    const cohort = await aCohort({ capacity: 3 });
    await aParty(cohort);
    const couple = await aParty(cohort, ["Mika", "Dov"], later(1));
    expect(couple.state).toBe("waitlisted");
    expect(await letters(couple.id)).toEqual([
      ["waitlisted", "dov@example.org"],
      ["waitlisted", "mika@example.org"],
    ]);
  });

  test("the same form sent twice at once enrols once, and both answers are the first one's", async () => {
    const cohort = await aCohort();
    const form = {
      cohortId: cohort,
      formToken: crypto.randomUUID(),
      inquiry: undefined,
      people: [{ name: "Ana", email: "a@example.org" }],
    };
    const answers = await Promise.all([1, 2, 3, 4].map(() => enroll(visitor, form, monday)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await db.enrollment.count({ where: { cohortId: cohort } })).toBe(1);
    expect(await db.party.count({ where: { enrollments: { none: {} } } })).toBe(0);
  });

  test("a couple in line is offered the places that come free as soon as there are two", async () => {
    const cohort = await aCohort({ capacity: 3 });
    const first = await aParty(cohort, ["Ana", "Noor", "Kim"]);
    const couple = await aParty(cohort, ["Mika", "Dov"], later(1));
    expect(couple.state).toBe("waitlisted");
    for (const [index, leaver] of first.members.slice(1).entries()) {
      await withdraw(member(leaver.id), first.id, later(2 + index));
    }
    expect((await enrollment(couple.id)).state).toBe("held");
  });

  test("a place that is too few for a couple is saved for it while another may still come free", async () => {
    const cohort = await aCohort({ capacity: 4 });
    await aParty(cohort, ["Rae", "Sol", "Emi"]);
    const couple = await aParty(cohort, ["Mika", "Dov"], later(1));
    expect((await aParty(cohort, ["Tomas"], later(2))).state).toBe("waitlisted");
    expect((await enrollment(couple.id)).passedOver).toBe(0);
  });

  test("when that is unlikely, newcomers pass the couple twice, and then the place is saved for it", async () => {
    const fourDaysBefore = (minutes: number) => late.add({ minutes });
    const cohort = await aCohort({ capacity: 4 });
    await aParty(cohort, ["Rae", "Sol", "Emi"], fourDaysBefore(0));
    const couple = await aParty(cohort, ["Mika", "Dov"], fourDaysBefore(1));
    const states: string[] = [];
    for (const [index, name] of ["Tomas", "Jun", "Lea"].entries()) {
      const at = fourDaysBefore(2 + index);
      const single = await aParty(cohort, [name], at);
      states.push(single.state);
      if (single.state === "held") await withdraw(member(single.members[0]!.id), single.id, at);
    }
    expect(states).toEqual(["held", "held", "waitlisted"]);
    expect([(await enrollment(couple.id)).passedOver, (await enrollment(couple.id)).state]).toEqual([
      2,
      "waitlisted",
    ]);
  });

  test("forty who press at once are each held or in line, and none is refused", async () => {
    const cohort = await aCohort({ capacity: 11 });
    const parties = await Promise.all(
      Array.from({ length: 40 }, (_, index) => aParty(cohort, index % 2 ? ["Ana", "Noor"] : ["Kim"])),
    );
    expect(parties.filter(({ state }) => state !== "held" && state !== "waitlisted")).toEqual([]);
    const { seatsTaken } = await db.cohort.findUniqueOrThrow({ where: { id: cohort } });
    const first = await db.enrollment.findFirst({
      where: { cohortId: cohort, state: "waitlisted" },
      orderBy: { joinedAt: "asc" },
    });
    // The last one is taken, or saved for a couple that came before the others.
    expect([seatsTaken, first?.seats]).toEqual(seatsTaken === 10 ? [10, 2] : [11, expect.any(Number)]);
  });
});

describe("time running out", () => {
  test("a hold that nobody answered ends, the invited are forgotten, and the line moves up", async () => {
    const cohort = await aCohort({ capacity: 2 });
    const couple = await aParty(cohort);
    const waiting = await aParty(cohort, ["Mika", "Dov"], later(1));
    await expireHolds(later(47));
    expect((await enrollment(couple.id)).state).toBe("held");
    await expireHolds(later(48));
    const lapsed = await enrollment(couple.id);
    expect(lapsed.state).toBe("expired");
    expect(lapsed.members.map(({ person }) => [person.name, person.email])).toEqual([
      ["Ana", "ana@example.org"],
      ["", null],
    ]);
    expect((await enrollment(waiting.id)).state).toBe("held");
    expect((await letters(waiting.id)).slice(2)).toEqual([
      ["offer", "dov@example.org"],
      ["offer", "mika@example.org"],
    ]);
    expect(await confirm(member(couple.members[0]!.id), couple.id, later(49))).toEqual({
      ok: false,
      reason: "lapsed",
    });
  });

  test("an offer declined for now keeps the place, and goes to the next", async () => {
    const cohort = await aCohort({ capacity: 1 });
    const holder = await aParty(cohort, ["Ana"]);
    const first = await aParty(cohort, ["Tomas"], later(1));
    const second = await aParty(cohort, ["Jun"], later(2));
    await withdraw(member(holder.members[0]!.id), holder.id, later(3));
    expect((await enrollment(first.id)).state).toBe("held");
    expect(await declineOffer(member(first.members[0]!.id), first.id, later(4))).toEqual({
      ok: true,
      value: undefined,
    });
    expect((await enrollment(first.id)).state).toBe("waitlisted");
    expect((await enrollment(second.id)).state).toBe("held");
  });
});

test("a partner who says no is forgotten, and the other is asked again", async () => {
  const party = await aParty(await aCohort());
  const [ana, noor] = party.members;
  await confirm(member(ana!.id), party.id, later(1));
  await withdraw(member(noor!.id), party.id, later(2));
  const after = await enrollment(party.id);
  expect([after.state, after.seats]).toEqual(["held", 1]);
  expect(after.members[1]?.person.email).toBeNull();
  expect(await letters(party.id)).toEqual([
    ["please-confirm", "ana@example.org"],
    ["party-changed", "ana@example.org"],
  ]);
  expect(await confirm(member(ana!.id), party.id, later(3))).toEqual({ ok: true, value: { enrolled: true } });
});

test("of a partner who is forgotten no letter keeps the address, nor what a server said of it", async () => {
  const party = await aParty(await aCohort());
  const [ana, noor] = party.members;
  await confirm(member(ana!.id), party.id, later(1));
  await db.message.updateMany({
    where: { props: { path: ["memberId"], equals: noor!.id } },
    data: { state: "bounced", error: "It came back: <noor@example.org> is not known here" },
  });
  await withdraw(member(noor!.id), party.id, later(2));
  const [letter] = await db.message.findMany({ where: { props: { path: ["memberId"], equals: noor!.id } } });
  expect(letter?.state).toBe("bounced");
  expect(
    JSON.stringify({ ...letter, raw: null }, (_, value) => (typeof value === "bigint" ? 0 : value)),
  ).not.toMatch(/noor/i);
});
