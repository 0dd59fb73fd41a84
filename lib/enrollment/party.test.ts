import { afterEach, describe, expect, test } from "vitest";
import { dateOf } from "#lib/clock/convert.ts";
import { db } from "#lib/db/client.ts";
import { check } from "#lib/invariants/check.ts";
import { partySelect, partyShown } from "#lib/people/party-shown.ts";
import { standingOf } from "#lib/seats/standing.ts";
import { aCohort, alex, aParty, enrollment, late, letters, member, monday, sam } from "#lib/testing/cast.ts";
import { addPartner } from "./add-partner.ts";
import { alsoWait } from "./also-wait.ts";
import { askAgain } from "./ask-again.ts";
import { confirm } from "./confirm.ts";
import { declineOffer } from "./decline-offer.ts";
import { expireHolds } from "./expire.ts";
import { extend } from "./extend.ts";
import { leaveLine } from "./leave-line.ts";
import { pause, resume } from "./pause.ts";
import { prefer } from "./prefer.ts";
import { loadPlace } from "./queries.ts";
import { remindHolders } from "./remind.ts";
import { split } from "./split.ts";
import { takeFewer } from "./take-fewer.ts";
import { withdraw } from "./withdraw.ts";

const later = (hours: number) => monday.add({ minutes: hours * 60 });
const done = { ok: true, value: undefined };

/** What of the data breaks a rule, looked at after every test. */
let present = monday;
afterEach(async () => {
  expect((await check(present)).filter(({ ids }) => ids.length > 0)).toEqual([]);
  present = monday;
  await db.enrollment.deleteMany();
});

type Party = Awaited<ReturnType<typeof aParty>>;
const actorOf = (party: Party, index = 0) => member(party.members[index]!.id);
const idsOf = (party: Party, ...indices: number[]) => indices.map((index) => party.members[index]!.id);

/** Somebody enrolled in each of a cohort's seats. */
async function full(seats: number, changes: Parameters<typeof aCohort>[0] = {}) {
  const cohortId = await aCohort({ capacity: seats, ...changes });
  const inside: Party[] = [];
  for (let at = 0; at < seats; at += 1) {
    const party = await aParty(cohortId, [`Inside ${at}`]);
    await confirm(actorOf(party), party.id, monday);
    inside.push(party);
  }
  const free = async (count: number, at = later(2)) => {
    for (const party of inside.splice(0, count)) await withdraw(actorOf(party), party.id, at);
  };
  return { cohortId, free };
}

async function everyoneSaysYes(party: Party, at = later(1)) {
  for (const { id } of party.members) await confirm(member(id), party.id, at);
}

/** The enrolments of whoever is behind a member's link, by cohort, newest first. */
async function ofMember(memberId: string) {
  const found = await db.enrollment.findMany({
    where: { party: { members: { some: { id: memberId } } } },
    orderBy: { id: "desc" },
    include: {
      acceptances: true,
      party: { include: { members: { where: { state: { in: ["invited", "confirmed"] } } } } },
    },
  });
  return found.map(({ id, state, seats, joinedAt, acceptances, party, cohortId, fewest, holdExpiresAt }) => ({
    id,
    state,
    seats,
    joinedAt,
    fewest,
    cohortId,
    holdExpiresAt,
    yes: acceptances.length,
    members: party.members.length,
  }));
}
const reasons = async (enrollmentId: string) =>
  (await db.waitlistDecision.findMany({ where: { enrollmentId }, orderBy: { id: "asc" } })).map(
    ({ reason }) => reason,
  );
const sent = async (enrollmentId: string, template: string) =>
  (await letters(enrollmentId)).filter(([name]) => name === template).map(([, address]) => address);

describe("an offer that some of a party answer and some let lapse", () => {
  test("whoever said yes is asked anew, in their old place; who never did is forgotten", async () => {
    const { cohortId, free } = await full(4);
    const couple = await aParty(cohortId, ["Ana", "Noor"], later(1));
    await free(2);
    const after = await aParty(cohortId, ["Kim"], later(2.5));
    expect((await enrollment(couple.id)).state).toBe("held");
    await confirm(actorOf(couple), couple.id, later(3));
    present = later(50);
    await expireHolds(present);
    const now = await enrollment(couple.id);
    expect([now.state, now.seats, now.joinedAt]).toEqual(["held", 1, couple.joinedAt]);
    expect(now.members.map(({ state, person }) => [state, person.name])).toEqual([
      ["confirmed", "Ana"],
      ["declined", ""],
    ]);
    expect((await enrollment(after.id)).state).toBe("held");
    const shown = await loadPlace(actorOf(couple, 1), present);
    expect(shown?.members.map(({ gone, ranOut }) => [gone, ranOut])).toEqual([[true, true]]);
    expect((await sent(couple.id, "offer")).slice(-1)).toEqual(["ana@example.org"]);
    await confirm(actorOf(couple), couple.id, later(51));
    expect((await enrollment(couple.id)).state).toBe("confirmed");
  });

  test("for a partner who had said yes to waiting the time has run out, and the other waits on", async () => {
    const { cohortId, free } = await full(4);
    const couple = await aParty(cohortId, ["Ana", "Noor"], later(1));
    const [ana, noor] = idsOf(couple, 0, 1) as [string, string];
    await everyoneSaysYes(couple, later(1));
    await free(2);
    await confirm(member(noor), couple.id, later(3));
    // In the night nobody is asked, so Noor waits till the morning.
    await db.enrollment.update({
      where: { id: couple.id },
      data: { holdExpiresAt: new Date("2026-11-26T04:00:00Z") },
    });
    present = Temporal.Instant.from("2026-11-26T04:00:00Z");
    expect(await expireHolds(present)).toBe(1);
    expect(await ofMember(noor)).toMatchObject([
      { id: couple.id, state: "waitlisted", seats: 1, members: 1, joinedAt: couple.joinedAt },
    ]);
    expect(await ofMember(ana)).toMatchObject([{ state: "expired", seats: 1, members: 1 }]);
    expect(await sent(couple.id, "back-in-line")).toEqual(["noor@example.org"]);
    expect(await sent((await ofMember(ana))[0]!.id, "hold-lapsed")).toEqual(["ana@example.org"]);
    expect((await reasons(couple.id)).at(-1)).toMatch(/keeps the place in line/);
  });

  test("when nobody answers, it ends for all", async () => {
    const { cohortId, free } = await full(2);
    const couple = await aParty(cohortId, ["Ana", "Noor"], later(1));
    await free(2);
    present = later(50);
    await expireHolds(present);
    expect((await enrollment(couple.id)).state).toBe("expired");
  });
});

describe("a party that would take fewer", () => {
  async function throuple() {
    const group = await full(3);
    const party = await aParty(group.cohortId, ["Rae", "Sol", "Emi"], later(1));
    expect(await takeFewer(actorOf(party), party.id, idsOf(party, 0, 2), later(1))).toEqual(done);
    return { ...group, party };
  }

  test("is offered two of three; only those are asked, and the third waits on where the party was", async () => {
    const { party, free } = await throuple();
    const [rae, sol, emi] = idsOf(party, 0, 1, 2) as [string, string, string];
    await free(2);
    expect(await enrollment(party.id)).toMatchObject({ state: "held", seats: 2, forFewer: true });
    expect(await sent(party.id, "offer")).toEqual(["emi@example.org", "rae@example.org"]);
    expect(await askAgain(await alex(), party.id, sol, later(24))).toEqual({
      ok: false,
      reason: "not_waiting",
    });
    const held = await db.enrollment.findUniqueOrThrow({ where: { id: party.id }, select: partySelect });
    expect(partyShown(held).members.map(({ awaited }) => awaited)).toEqual([true, false, true]);
    expect(await confirm(member(sol), party.id, later(3))).toEqual({ ok: true, value: { enrolled: false } });
    await confirm(member(rae), party.id, later(3));
    expect((await enrollment(party.id)).state).toBe("held");
    expect(await confirm(member(emi), party.id, later(3))).toEqual({ ok: true, value: { enrolled: true } });
    expect(await ofMember(rae)).toMatchObject([{ state: "confirmed", seats: 2, yes: 2, members: 2 }]);
    const [waits] = await ofMember(sol);
    expect(waits).toMatchObject({
      state: "waitlisted",
      seats: 1,
      members: 1,
      joinedAt: party.joinedAt,
      fewest: null,
    });
    expect(await sent(waits!.id, "party-split")).toEqual(["sol@example.org"]);
    await free(1, later(4));
    expect((await ofMember(sol))[0]!.state).toBe("held");
  });

  test("is whole again when one of those asked says not this time, or lets it lapse", async () => {
    const { party, free } = await throuple();
    await free(2);
    expect(await declineOffer(actorOf(party, 1), party.id, later(3))).toEqual({
      ok: false,
      reason: "not_offered",
    });
    await declineOffer(actorOf(party, 2), party.id, later(3));
    expect(await enrollment(party.id)).toMatchObject({
      state: "waitlisted",
      seats: 3,
      fewest: 2,
      forFewer: false,
    });
    const { promote } = await import("#lib/waitlist/promote.ts");
    const { cohortId } = party;
    await db.$transaction((tx) => promote(tx, { kind: "job" }, cohortId, later(28)));
    expect((await enrollment(party.id)).state).toBe("held");
    await confirm(actorOf(party), party.id, later(29));
    present = later(24 * 5);
    await expireHolds(present);
    expect(await enrollment(party.id)).toMatchObject({
      state: "waitlisted",
      seats: 3,
      fewest: null,
      joinedAt: party.joinedAt,
    });
    expect((await enrollment(party.id)).members.map(({ person }) => person.name)).toEqual([
      "Rae",
      "Sol",
      "Emi",
    ]);
    expect(await sent(party.id, "back-in-line")).toHaveLength(3);
  });

  test("keeps the seats of the others when one of them leaves meanwhile", async () => {
    const { party, free } = await throuple();
    await confirm(actorOf(party, 2), party.id, later(1));
    await free(2);
    await confirm(actorOf(party, 2), party.id, later(2));
    await withdraw(actorOf(party, 1), party.id, later(3));
    // Only those who come anyway are left, and nothing has changed for them.
    expect(await enrollment(party.id)).toMatchObject({
      state: "held",
      seats: 2,
      forFewer: false,
      fewest: null,
    });
    expect(await ofMember(party.members[0]!.id)).toMatchObject([{ yes: 1 }]);
    await withdraw(actorOf(party, 0), party.id, later(3));
    expect(await ofMember(party.members[2]!.id)).toMatchObject([{ state: "held", seats: 1, yes: 0 }]);
  });

  test("goes back in line when none of those who come anyway is left", async () => {
    const { cohortId, free } = await full(2);
    const party = await aParty(cohortId, ["Rae", "Sol"], later(1));
    await everyoneSaysYes(party);
    await takeFewer(actorOf(party), party.id, idsOf(party, 1), later(1));
    await free(1);
    expect(await enrollment(party.id)).toMatchObject({ state: "held", seats: 1, forFewer: true });
    expect(await takeFewer(actorOf(party), party.id, [], later(2))).toEqual({
      ok: false,
      reason: "not_waiting_here",
    });
    await withdraw(actorOf(party, 1), party.id, later(3));
    // Rae is alone now, and the seat is free: it is Rae's turn.
    expect(await enrollment(party.id)).toMatchObject({
      state: "held",
      seats: 1,
      forFewer: false,
      fewest: null,
    });
  });

  test("naming all, or nobody, is all or nothing; strangers don't count", async () => {
    const { cohortId } = await full(2);
    const party = await aParty(cohortId, ["Rae", "Sol"], later(1));
    const other = await aParty(cohortId, ["Kim", "Lou"], later(1));
    for (const named of [idsOf(party, 0, 1), [], idsOf(other, 0)]) {
      await takeFewer(actorOf(party), party.id, named, later(1));
      expect((await enrollment(party.id)).fewest).toBeNull();
    }
    expect(await takeFewer(actorOf(other), party.id, idsOf(party, 0), later(1))).toEqual({
      ok: false,
      reason: "not_waiting_here",
    });
    expect((await enrollment(other.id)).members.map(({ comesAnyway }) => comesAnyway)).toEqual([
      false,
      false,
    ]);
  });
});

describe("a party that comes apart", () => {
  test("enrolled: each keeps their seat, and sees themself alone", async () => {
    const cohortId = await aCohort({ capacity: 2 });
    const party = await aParty(cohortId);
    await everyoneSaysYes(party);
    const [ana, noor] = idsOf(party, 0, 1) as [string, string];
    expect(await split(member(noor), party.id, undefined, later(2))).toEqual(done);
    expect(await ofMember(ana)).toMatchObject([{ state: "confirmed", seats: 1, yes: 1, members: 1 }]);
    expect(await ofMember(noor)).toMatchObject([{ state: "confirmed", seats: 1, yes: 1, members: 1 }]);
    expect((await db.cohort.findUniqueOrThrow({ where: { id: cohortId } })).seatsTaken).toBe(2);
    expect(await sent(party.id, "party-split")).toEqual(["ana@example.org"]);
    expect(await split(member(noor), (await ofMember(noor))[0]!.id, undefined, later(2))).toEqual({
      ok: false,
      reason: "alone",
    });
    // One leaves: the other's seat stays.
    await withdraw(member(ana), party.id, later(3));
    expect((await ofMember(noor))[0]!.state).toBe("confirmed");
  });

  test("in line: each keeps the place, why it was passed, and its share of every line", async () => {
    const { cohortId, free } = await full(3);
    const party = await aParty(cohortId, ["Ana", "Noor", "Mika"], later(1));
    await aParty(cohortId, ["Kim"], later(1.25));
    await free(1, late);
    const elsewhere = await full(1, { title: "Mornings", capacity: 4 });
    const too = await alsoWait(actorOf(party), party.id, elsewhere.cohortId, late);
    const toldBefore = await reasons(party.id);
    expect(toldBefore).toHaveLength(1);
    expect(await split(actorOf(party, 1), party.id, undefined, late)).toEqual(done);
    const [ana, noor] = idsOf(party, 0, 1) as [string, string];
    expect(too.ok).toBe(true);
    const noors = await ofMember(noor);
    expect(noors.map(({ seats, members }) => [seats, members])).toEqual([
      [1, 1],
      [1, 1],
    ]);
    expect((await ofMember(ana)).map(({ seats, members }) => [seats, members])).toEqual([
      [2, 2],
      [2, 2],
    ]);
    const noorInLine = noors.find((each) => each.cohortId === cohortId);
    expect(noorInLine).toMatchObject({ state: "waitlisted", joinedAt: party.joinedAt });
    expect(await reasons(noorInLine!.id)).toEqual(toldBefore);
  });

  test("while seats are held: each keeps their own yes and the time to answer", async () => {
    const party = await aParty(await aCohort());
    const [ana, noor] = idsOf(party, 0, 1) as [string, string];
    await confirm(member(ana), party.id, later(1));
    await split(member(noor), party.id, undefined, later(2));
    expect(await ofMember(ana)).toMatchObject([{ state: "confirmed", seats: 1, yes: 1 }]);
    expect(await ofMember(noor)).toMatchObject([
      { state: "held", seats: 1, yes: 0, holdExpiresAt: party.holdExpiresAt },
    ]);
    expect(await sent(party.id, "enrolled")).toEqual(["ana@example.org"]);
  });

  test("an admin may, for members who asked, and the party sees it; a facilitator and a stranger may not", async () => {
    const cohortId = await aCohort();
    const party = await aParty(cohortId);
    const other = await aParty(cohortId, ["Kim", "Lou"]);
    const noor = idsOf(party, 1);
    expect(await split(await sam(), party.id, noor, later(2))).toEqual({ ok: false, reason: "not_live" });
    expect(await split(actorOf(other), party.id, undefined, later(2))).toEqual({
      ok: false,
      reason: "not_live",
    });
    const admin = await alex();
    expect(await split(admin, party.id, idsOf(other, 0), later(2))).toEqual({
      ok: false,
      reason: "not_live",
    });
    expect(await split(admin, party.id, idsOf(party, 0, 1), later(2))).toEqual({
      ok: false,
      reason: "alone",
    });
    expect(await split(admin, party.id, noor, later(2))).toEqual(done);
    expect(await reasons((await ofMember(noor[0]!))[0]!.id)).toEqual([
      expect.stringMatching(/^The clinic noted/),
    ]);
  });

  test("while some are asked for fewer seats, those and the rest come apart first", async () => {
    for (const leaver of [0, 1, 2]) {
      const { cohortId, free } = await full(3);
      const party = await aParty(cohortId, ["Rae", "Sol", "Emi"], later(1));
      await takeFewer(actorOf(party), party.id, idsOf(party, 0, 1), later(1));
      await free(2);
      expect((await enrollment(party.id)).forFewer).toBe(true);
      expect(await split(actorOf(party, leaver), party.id, undefined, later(3))).toEqual(done);
      const standing = await Promise.all(idsOf(party, 0, 1, 2).map(async (id) => (await ofMember(id))[0]));
      expect(standing.map((each) => [each?.state, each?.members])).toEqual(
        leaver === 2
          ? [
              ["held", 2],
              ["held", 2],
              ["waitlisted", 1],
            ]
          : [
              ["held", 1],
              ["held", 1],
              ["waitlisted", 1],
            ],
      );
    }
  });
});

describe("pause and resume", () => {
  test("a paused party is offered nothing, keeps its place, and is asked when it is back", async () => {
    const { cohortId, free } = await full(1);
    const first = await aParty(cohortId, ["Ana"], later(1));
    const second = await aParty(cohortId, ["Kim"], later(1.5));
    expect(await pause(actorOf(first), first.id, later(1.75))).toEqual(done);
    await free(1);
    expect((await enrollment(second.id)).state).toBe("held");
    await withdraw(actorOf(second), second.id, later(3));
    expect((await loadPlace(actorOf(second), later(3)))?.members).toMatchObject([
      { gone: true, ranOut: false },
    ]);
    expect((await enrollment(first.id)).state).toBe("waitlisted");
    expect(await resume(actorOf(first), first.id, later(4))).toEqual(done);
    expect(await enrollment(first.id)).toMatchObject({ state: "held", joinedAt: first.joinedAt });
    expect(await pause(actorOf(first), first.id, later(4))).toEqual({
      ok: false,
      reason: "not_waiting_here",
    });
    expect(await pause(actorOf(second), first.id, later(4))).toEqual({
      ok: false,
      reason: "not_waiting_here",
    });
  });
});

test("an admin pauses for who telephones, and only as it stood when they looked", async () => {
  const { cohortId } = await full(1);
  const party = await aParty(cohortId, ["Ana"], later(1));
  const admin = await alex();
  const looked = standingOf(await enrollment(party.id));
  expect(await pause(await sam(), party.id, later(2), looked)).toEqual({
    ok: false,
    reason: "not_waiting_here",
  });
  expect(await pause(admin, party.id, later(2), looked)).toEqual(done);
  expect(await pause(admin, party.id, later(3), looked)).toEqual({ ok: false, reason: "changed" });
  const { pausedAt, joinedAt } = await enrollment(party.id);
  expect([pausedAt, joinedAt]).toEqual([dateOf(later(2)), party.joinedAt]);
  const told = await db.waitlistDecision.findFirst({
    where: { enrollmentId: party.id },
    orderBy: { id: "desc" },
  });
  expect(told?.reason).toMatch(/^The clinic leaves your party out for a while/);
  expect(await resume(admin, party.id, later(4), standingOf(await enrollment(party.id)))).toEqual(done);
  expect(await enrollment(party.id)).toMatchObject({ pausedAt: null, state: "waitlisted" });
});

describe("more time", () => {
  test("is given once, for a day, in waking hours", async () => {
    const party = await aParty(await aCohort());
    const asked = await extend(actorOf(party, 1), party.id, later(1));
    expect(asked.ok && asked.value.until.toString()).toBe("2026-11-26T15:00:00Z");
    expect((await enrollment(party.id)).holdExpiresAt).toEqual(new Date("2026-11-26T15:00:00Z"));
    expect(await extend(actorOf(party), party.id, later(2))).toEqual({
      ok: false,
      reason: "extended_before",
    });
    expect(await reasons(party.id)).toHaveLength(1);
    expect(await extend(actorOf(party), party.id, later(24 * 4))).toEqual({ ok: false, reason: "lapsed" });
    present = later(72);
    await expireHolds(present);
  });

  test("never into the last hours before the start", async () => {
    // The first session is on Tuesday at 18:30 in Toronto; the hold ends on Monday at noon, six hours before the cutoff.
    const at = Temporal.Instant.from("2027-01-09T17:00:00Z");
    const cohortId = await aCohort();
    const party = await aParty(cohortId, ["Ana"], at);
    const asked = await extend(actorOf(party), party.id, at);
    expect(asked.ok && asked.value.until.toString()).toBe("2027-01-11T23:30:00Z");
    const late = await aParty(cohortId, ["Kim"], Temporal.Instant.from("2027-01-11T18:00:00Z"));
    expect(await extend(actorOf(late), late.id, Temporal.Instant.from("2027-01-11T19:00:00Z"))).toEqual({
      ok: false,
      reason: "too_close",
    });
    present = at;
  });
});

describe("the reminder", () => {
  test("goes once to who has not answered, and to nobody who was asked a short while ago", async () => {
    const party = await aParty(await aCohort());
    await confirm(actorOf(party), party.id, later(1));
    expect(await remindHolders(later(23))).toBe(0);
    expect(await remindHolders(later(25))).toBe(1);
    expect(await remindHolders(later(26))).toBe(0);
    expect(await sent(party.id, "hold-reminder")).toEqual(["noor@example.org"]);
  });

  test("sleeps with the clinic, and leaves out holds shorter than its hours", async () => {
    const cohortId = await aCohort();
    const short = await aCohort();
    await db.cohort.update({ where: { id: short }, data: { offerHours: 12 } });
    const party = await aParty(cohortId, ["Ana"]);
    const brief = await aParty(short, ["Kim"]);
    expect(await remindHolders(later(3))).toBe(0);
    expect(await sent(brief.id, "hold-reminder")).toEqual([]);
    expect(await remindHolders(Temporal.Instant.from("2026-11-25T07:00:00Z"))).toBe(0);
    expect(await sent(party.id, "hold-reminder")).toEqual([]);
  });
});

describe("several lines", () => {
  async function twoLines() {
    const one = await full(2);
    const two = await full(2, { title: "Mornings" });
    const party = await aParty(one.cohortId, ["Ana", "Noor"], later(1));
    await everyoneSaysYes(party);
    const joined = await alsoWait(actorOf(party), party.id, two.cohortId, later(2));
    if (!joined.ok) throw new Error(joined.reason);
    return { one, two, party, second: joined.value.enrollmentId };
  }

  test("enrolled in one, the party is asked about the other before it is offered anything there", async () => {
    const { one, two, party, second } = await twoLines();
    expect(await enrollment(second)).toMatchObject({ state: "waitlisted", seats: 2, preference: 2 });
    expect(await sent(second, "waitlisted")).toHaveLength(2);
    await one.free(2, later(3));
    await everyoneSaysYes(party, later(4));
    expect((await enrollment(party.id)).state).toBe("confirmed");
    expect((await enrollment(second)).pausedAt).not.toBeNull();
    await two.free(2, later(5));
    expect((await enrollment(second)).state).toBe("waitlisted");
    await resume(actorOf(party), second, later(6));
    expect((await enrollment(second)).state).toBe("held");
  });

  test("a line is left without leaving the others, and the order is the party's own", async () => {
    const { party, second } = await twoLines();
    await prefer(actorOf(party), second);
    expect([(await enrollment(party.id)).preference, (await enrollment(second)).preference]).toEqual([2, 1]);
    expect(await leaveLine(actorOf(party), second, later(3))).toEqual(done);
    expect((await enrollment(second)).state).toBe("withdrawn");
    expect(await leaveLine(actorOf(party), party.id, later(3))).toEqual({
      ok: false,
      reason: "not_waiting_here",
    });
    expect((await enrollment(party.id)).state).toBe("waitlisted");
  });

  test("a party asks once for a cohort, and only for one that takes it", async () => {
    const { party, two, second } = await twoLines();
    expect(await alsoWait(actorOf(party), party.id, two.cohortId, later(3))).toEqual({
      ok: true,
      value: { enrollmentId: second },
    });
    const alone = await aCohort({ audience: "individuals" });
    const draft = await aCohort({ draft: true });
    for (const cohortId of [alone, draft])
      expect(await alsoWait(actorOf(party), party.id, cohortId, later(3))).toEqual({
        ok: false,
        reason: "not_open",
      });
  });

  test("whoever goes, goes from every line", async () => {
    const { party, second } = await twoLines();
    await withdraw(actorOf(party, 1), party.id, later(3));
    expect([(await enrollment(party.id)).seats, (await enrollment(second)).seats]).toEqual([1, 1]);
  });
});

describe("one more partner", () => {
  test("in line: the party grows and keeps its place", async () => {
    const { cohortId } = await full(4);
    const party = await aParty(cohortId, ["Ana"], later(1));
    const added = await addPartner(
      actorOf(party),
      party.id,
      { name: "Noor", email: "noor@example.org" },
      later(2),
    );
    expect(added).toEqual({ ok: true, value: "grew" });
    expect(await enrollment(party.id)).toMatchObject({
      state: "waitlisted",
      seats: 2,
      joinedAt: party.joinedAt,
    });
    expect(await sent(party.id, "waitlisted")).toEqual(["ana@example.org", "noor@example.org"]);
    expect(await sent(party.id, "party-grew")).toEqual(["ana@example.org"]);
  });

  test("while seats are held: with one more if it is free and nobody waits for it, and everyone is asked anew", async () => {
    const cohortId = await aCohort({ capacity: 4 });
    const party = await aParty(cohortId);
    await confirm(actorOf(party), party.id, later(1));
    const lee = { name: "Lee", email: "lee@example.org" };
    expect((await addPartner(actorOf(party), party.id, lee, later(1))).ok).toBe(true);
    expect(await ofMember(party.members[0]!.id)).toMatchObject([
      { state: "held", seats: 3, yes: 0, members: 3 },
    ]);
    expect((await addPartner(actorOf(party), party.id, { name: "Jo", email: null }, later(1))).ok).toBe(true);
    expect(await addPartner(actorOf(party), party.id, lee, later(1))).toEqual({
      ok: false,
      reason: "too_many",
    });
    const small = await aCohort({ capacity: 3, largestParty: 3 });
    const couple = await aParty(small, ["Kim", "Lou"]);
    await aParty(small, ["Uma"]);
    expect(await addPartner(actorOf(couple), couple.id, lee, later(1))).toEqual({
      ok: false,
      reason: "no_room",
    });
  });

  test("enrolled: the newcomer is a party of their own, with a seat or in line", async () => {
    const cohortId = await aCohort({ capacity: 3 });
    const party = await aParty(cohortId);
    await everyoneSaysYes(party);
    for (const [name, state] of [
      ["Wren", "held"],
      ["Ash", "waitlisted"],
    ] as const) {
      const email = `${name.toLowerCase()}@example.org`;
      expect(await addPartner(actorOf(party), party.id, { name, email }, later(2))).toEqual({
        ok: true,
        value: "on_their_own",
      });
      const theirs = await db.member.findFirstOrThrow({ where: { person: { email } } });
      expect(await ofMember(theirs.id)).toMatchObject([{ state, seats: 1, members: 1 }]);
    }
    expect(await ofMember(party.members[0]!.id)).toMatchObject([
      { state: "confirmed", seats: 2, members: 2 },
    ]);
  });
});

test("where declining leaves the line, it does, and the seats go on", async () => {
  const { cohortId, free } = await full(2);
  await db.cohort.update({ where: { id: cohortId }, data: { declineKeeps: false } });
  const couple = await aParty(cohortId, ["Ana", "Noor"], later(1));
  await free(2);
  const next = await aParty(cohortId, ["Kim"], later(2.5));
  await declineOffer(actorOf(couple), couple.id, later(3));
  expect((await enrollment(couple.id)).state).toBe("withdrawn");
  expect((await enrollment(next.id)).state).toBe("held");
  expect((await reasons(couple.id)).at(-1)).toMatch(/leaving the line/);
});

test("one comes apart while the other says yes: both have a seat, and each yes counts once", async () => {
  for (let round = 0; round < 6; round += 1) {
    const cohortId = await aCohort({ capacity: 2 });
    const party = await aParty(cohortId);
    const [ana, noor] = idsOf(party, 0, 1) as [string, string];
    const [apart] = await Promise.all([
      split(member(noor), party.id, undefined, later(1)),
      confirm(member(ana), party.id, later(1)),
    ]);
    expect(apart).toEqual(done);
    expect(await ofMember(ana)).toMatchObject([{ state: "confirmed", seats: 1, yes: 1, members: 1 }]);
    expect(await ofMember(noor)).toMatchObject([{ state: "held", seats: 1, yes: 0, members: 1 }]);
    expect((await db.cohort.findUniqueOrThrow({ where: { id: cohortId } })).seatsTaken).toBe(2);
  }
});
