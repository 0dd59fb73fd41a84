import { describe, expect, test } from "vitest";
import { visitor } from "#lib/audit/actor.ts";
import { cancelCohort } from "#lib/cohorts/cancel.ts";
import { openCohort } from "#lib/cohorts/open.ts";
import { db } from "#lib/db/client.ts";
import { confirm } from "#lib/enrollment/confirm.ts";
import { expireHolds } from "#lib/enrollment/expire.ts";
import { goOnElsewhere } from "#lib/enrollment/go-on-elsewhere.ts";
import { check } from "#lib/invariants/check.ts";
import { addProgram } from "#lib/programs/add.ts";
import { mindfulSelfCompassion } from "#lib/programs/built-in.ts";
import { aCohort, alex, aParty, enrollment, letters, member, monday, sam } from "#lib/testing/cast.ts";
import { countQueries } from "#lib/testing/queries.ts";
import { acceptInvitation } from "./accept.ts";
import { changeWish } from "./change-wish.ts";
import { comeApart } from "./come-apart.ts";
import { declineInvitation } from "./decline.ts";
import { joinInterest } from "./join.ts";
import { endFulfilled, lapseInvitations } from "./lapse.ts";
import { leaveInterest } from "./leave.ts";
import { moveToInterest } from "./move.ts";
import { invitationBehind, loadInterest } from "./queries.ts";
import type { JoinInterest } from "./schema.ts";
import { sendWave } from "./send-wave.ts";
import { loadInterestList, loadInvite } from "./staff-queries.ts";
import { waitToo } from "./wait-too.ts";

const later = (hours: number) => monday.add({ hours });
const whole = async (at = monday) => (await check(at)).filter(({ ids }) => ids.length > 0);

describe("joining the list", () => {
  test("a couple joins, each is written to, and each says for themselves that they wait", async () => {
    const couple = await interested(["Ana", "Noor"]);
    expect(couple.members.map(({ state }) => state)).toEqual(["invited", "invited"]);
    expect(await lettersTo(couple)).toEqual([
      ["interest-joined", "ana@example.org"],
      ["interest-joined", "noor@example.org"],
    ]);
    expect(await waitToo(member(couple.members[1]!.id), couple.id, later(1))).toEqual({ ok: true });
    expect((await interest(couple.id)).members.map(({ state }) => state)).toEqual(["invited", "confirmed"]);
    const shown = await loadInterest(member(couple.members[1]!.id), later(2));
    expect([
      shown?.state,
      shown?.seats,
      shown?.members.map(({ firstName, saidYes }) => [firstName, saidYes]),
    ]).toEqual([
      "waiting",
      2,
      [
        ["Ana", false],
        ["Noor", true],
      ],
    ]);
  });

  test("the same form sent four times at once is one", async () => {
    const form = await aForm(["Ana"]);
    const answers = await Promise.all([1, 2, 3, 4].map(() => joinInterest(visitor, form, monday)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await db.interest.count({ where: { formToken: form.formToken } })).toBe(1);
    expect(await db.party.count({ where: { interests: { none: {} }, enrollments: { none: {} } } })).toBe(0);
  });

  test("a partner who leaves is forgotten and the other waits on; the last one ends it", async () => {
    const couple = await interested(["Ana", "Noor"]);
    const [ana, noor] = couple.members;
    expect(await waitToo(member(noor!.id), crypto.randomUUID())).toEqual({
      ok: false,
      reason: "not_on_the_list",
    });
    await leaveInterest(member(noor!.id), couple.id, later(1));
    const after = await interest(couple.id);
    expect([after.state, after.members[1]?.state, after.members[1]?.person.email]).toEqual([
      "waiting",
      "declined",
      null,
    ]);
    await waitToo(member(ana!.id), couple.id, later(2));
    await leaveInterest(member(ana!.id), couple.id, later(3));
    expect((await interest(couple.id)).state).toBe("left");
    expect((await lettersTo(couple)).at(-1)).toEqual(["interest-left", "ana@example.org"]);
    expect(await leaveInterest(member(ana!.id), couple.id, later(3))).toEqual({
      ok: false,
      reason: "not_on_the_list",
    });
  });

  test("nobody acts for a party that is not theirs", async () => {
    const [one, other] = [await interested(["Ana"]), await interested(["Kim"])];
    const kim = member(other.members[0]!.id);
    expect(await leaveInterest(kim, one.id)).toEqual({ ok: false, reason: "not_on_the_list" });
    const cohort = await aCohort();
    await invite(cohort, [one.id]);
    const id = (await invitation(one))!.id;
    expect(await acceptInvitation(kim, id, later(1))).toEqual({ ok: false, reason: "invitation_over" });
    expect(await declineInvitation(kim, id, later(1))).toEqual({ ok: false, reason: "invitation_over" });
  });
});

describe("waiting on from an enrolment", () => {
  test("who waited in vain goes on from when it began to wait, and asks once", async () => {
    const cohort = await aCohort({ capacity: 2 });
    await aParty(cohort, ["Ana"]);
    const waiting = await aParty(cohort, ["Mika", "Dov"], later(3));
    const mika = member(waiting.members[0]!.id);
    expect(await moveToInterest(mika, waiting.id, later(4))).toEqual({ ok: false, reason: "still_on" });
    const begun = Temporal.Instant.from("2027-01-13T00:00:00Z");
    const moved = await moveToInterest(mika, waiting.id, begun);
    expect(moved.ok).toBe(true);
    expect(await moveToInterest(mika, waiting.id, begun)).toEqual(moved);
    expect((await enrollment(waiting.id)).state).toBe("withdrawn");
    const shown = await loadInterest(mika, begun);
    expect([shown?.state, shown?.since.toString(), shown?.seats]).toEqual([
      "waiting",
      later(3).toString(),
      2,
    ]);
  });

  test("an expired hold: the time counts, and who was forgotten does not move", async () => {
    const cohort = await aCohort();
    const couple = await aParty(cohort);
    await expireHolds(later(48));
    const [ana, noor] = couple.members;
    expect(await moveToInterest(member(noor!.id), couple.id, later(50))).toEqual({
      ok: false,
      reason: "still_on",
    });
    const first = await moveToInterest(member(ana!.id), couple.id, later(50));
    expect(await moveToInterest(member(ana!.id), couple.id, later(51))).toEqual(first);
    const shown = await loadInterest(member(ana!.id), later(51));
    expect([shown?.since.toString(), shown?.seats]).toEqual([monday.toString(), 1]);
  });
});

test("who had a place in a cohort that was cancelled waits on from when they joined it", async () => {
  const party = await aParty(await aCohort(), ["Ana"]);
  const ana = member(party.members[0]!.id);
  await confirm(ana, party.id, later(1));
  expect(await moveToInterest(ana, party.id, later(2))).toEqual({ ok: false, reason: "still_on" });
  await db.enrollment.update({
    where: { id: party.id },
    data: { state: "cancelled", endedAt: new Date(later(3).epochMilliseconds) },
  });
  expect(await loadInterest(ana, later(4))).toBeNull();
  await moveToInterest(ana, party.id, later(4));
  expect((await loadInterest(ana, later(5)))?.since.toString()).toBe(monday.toString());
});

test("a party that has a place meanwhile leaves the list alone, and all of it keeps the place", async () => {
  const couple = await aParty(await aCohort());
  const [ana] = couple.members.map(({ id }) => member(id));
  const next = await aCohort({ title: "The next one" });
  expect((await cancelCohort(await sam(), couple.cohortId, "Nobody can lead it.", later(1))).ok).toBe(true);
  const moved = await moveToInterest(ana!, couple.id, later(2));
  if (!moved.ok) throw new Error(moved.reason);
  expect((await goOnElsewhere(ana!, next, later(3))).ok).toBe(true);
  expect((await leaveInterest(ana!, moved.value.interestId, later(4))).ok).toBe(true);
  expect((await interest(moved.value.interestId)).state).toBe("left");
  const place = await db.enrollment.findFirstOrThrow({
    where: { partyId: couple.partyId, cohortId: next },
    select: { state: true, seats: true, party: { select: { members: { select: { state: true } } } } },
  });
  expect(place).toEqual({
    state: "held",
    seats: 2,
    party: { members: [{ state: "invited" }, { state: "invited" }] },
  });
});

test("what suits a party changes by its member or an admin, and its place stays the same", async () => {
  const couple = await interested(["Ana", "Noor"], { suits: ["tue-evening"] }, later(-5));
  const stranger = await interested(["Kim"]);
  const wish = { suits: ["sat-morning" as const], format: "online" as const };
  const refused = { ok: false, reason: "not_on_the_list" };
  expect(await changeWish(member(stranger.members[0]!.id), couple.id, wish)).toEqual(refused);
  expect(await changeWish(await sam(), couple.id, wish)).toEqual(refused);
  expect(await changeWish(member(couple.members[1]!.id), couple.id, wish)).toEqual({ ok: true });
  expect(await interest(couple.id)).toMatchObject({ ...wish, since: couple.since });
  expect(await changeWish(await alex(), couple.id, { suits: [], format: null })).toEqual({ ok: true });
  expect(await interest(couple.id)).toMatchObject({ suits: [], format: null });
});

describe("a party on the list comes apart", () => {
  test("each keeps since when, what suits them and the invitation, and sees themself alone", async () => {
    const cohort = await aCohort({ capacity: 6 }, await sam());
    const wish = { suits: ["tue-evening" as const], format: "inPerson" as const, note: "Away in May" };
    const couple = await interested(["Ana", "Noor"], wish, later(-100));
    const [ana, noor] = couple.members.map(({ id }) => member(id));
    await invite(cohort, [couple.id]);
    const links = await db.member.findMany({
      select: { id: true, linkVersion: true },
      orderBy: { id: "asc" },
    });
    const answers = await Promise.all([1, 2].map(() => comeApart(noor!, couple.id, later(1))));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);

    const [hers, theirs] = [await loadInterest(ana!, later(2)), await loadInterest(noor!, later(2))];
    for (const shown of [hers, theirs]) {
      expect(shown?.members).toHaveLength(1);
      expect([shown?.since.toString(), shown?.suits]).toEqual([later(-100).toString(), ["tue-evening"]]);
      expect(shown?.invitation?.cohort.id).toBe(cohort);
    }
    expect([hers?.members[0]?.saidYes, theirs?.members[0]?.saidYes]).toEqual([false, true]);
    expect((await interest(hers!.id)).note).toBe("Away in May");
    expect(await interest(theirs!.id)).toMatchObject({ note: "", format: "inPerson" });
    expect(
      await db.member.findMany({ select: { id: true, linkVersion: true }, orderBy: { id: "asc" } }),
    ).toEqual(links);
    for (const one of couple.members)
      expect((await lettersTo({ members: [one] })).at(-1)?.[0]).toBe("interest-apart");

    expect((await acceptInvitation(noor!, (await invitationBehind(noor!))!, later(3))).ok).toBe(true);
    expect((await interest(hers!.id)).state).toBe("waiting");
    expect(await comeApart(ana!, hers!.id, later(3))).toEqual({ ok: false, reason: "alone" });
    expect(await whole(later(3))).toEqual([]);
  });

  test("who wrote the note takes it along; strangers, and parties with places, do not come apart here", async () => {
    const couple = await interested(["Ana", "Noor"], { note: "Away in May" });
    const ana = member(couple.members[0]!.id);
    const stranger = await interested(["Kim"]);
    expect(await comeApart(member(stranger.members[0]!.id), couple.id, later(1))).toEqual({
      ok: false,
      reason: "not_on_the_list",
    });
    expect(await comeApart(ana, couple.id, later(1))).toEqual({ ok: true });
    expect((await interest(couple.id)).note).toBe("");
    expect((await interest((await loadInterest(ana, later(2)))!.id)).note).toBe("Away in May");
  });
});

describe("a wave", () => {
  test("proposes who waits longest, as many as places are free and nobody has a claim to", async () => {
    const cohort = await aCohort({ capacity: 6 }, await sam());
    await aParty(cohort, ["Pat"]);
    const early = await interested(["Ana", "Noor"], { suits: ["tue-evening"] }, later(-200));
    const unsuited = await interested(["Kim"], { suits: ["sat-morning"] }, later(-199));
    const threes = await interested(["Rae", "Sol", "Emi"], {}, later(-198));
    const single = await interested(["Jun"], {}, later(-197));
    const proposal = await loadInvite(await alex(), cohort, monday);
    const mine = [early, unsuited, threes, single].map(
      ({ id }) => proposal?.parties.find(({ interestId }) => interestId === id)?.why,
    );
    expect([proposal?.places, mine]).toEqual([5, [null, "time", null, "places"]]);

    await invite(cohort, [early.id]);
    const next = await loadInvite(await alex(), cohort, monday);
    expect([next?.places, next?.invited]).toEqual([3, 2]);
    expect(next?.parties.some(({ interestId }) => interestId === early.id)).toBe(false);
    expect(next?.waves[0]?.invitations).toMatchObject([{ state: "sent", members: ["Ana", "Noor"] }]);
  });

  test("two admins who send it at once invite each party once", async () => {
    const parties = [await interested(["Ana"]), await interested(["Kim"])];
    const [one, other] = [await aCohort(), await aCohort({ title: "Another" })];
    const ids = parties.map(({ id }) => id);
    const outcomes = await Promise.all([one, other, one, other].map((cohort) => invite(cohort, ids)));
    expect(outcomes.filter(({ ok }) => ok)).toEqual([{ ok: true, value: { invited: 2 } }]);
    expect(await db.invitation.count({ where: { interestId: { in: ids } } })).toBe(2);
    const received = (await lettersTo(parties[0]!)).map(([template]) => template);
    expect(received.toSorted()).toEqual(["interest-joined", "invitation"]);
  });

  test("only admins, only to an open cohort, and an answer is due when the clinic is awake", async () => {
    const { id } = await interested(["Ana"]);
    const cohort = await aCohort({ draft: true });
    expect(await invite(cohort, [id])).toEqual({ ok: false, reason: "not_open" });
    await openCohort(await sam(), cohort);
    await db.cohort.update({ where: { id: cohort }, data: { opensAt: new Date("2026-12-20T15:00:00Z") } });
    const wave = { cohortId: cohort, interestIds: [id], days: 5 };
    expect(await sendWave(await sam(), wave, monday)).toEqual({ ok: false, reason: "not_yours" });
    expect((await loadInvite(await sam(), cohort, monday))?.mayInvite).toBe(false);
    expect(await invite(cohort, [id], Temporal.Instant.from("2027-01-11T23:31:00Z"))).toEqual({
      ok: false,
      reason: "not_open",
    });
    // Five days from Tuesday are Sunday, when the clinic rests.
    expect(await invite(cohort, [id], later(24))).toEqual({ ok: true, value: { invited: 1 } });
    const { replyBy } = await db.wave.findFirstOrThrow({ where: { cohortId: cohort } });
    expect(replyBy.toISOString()).toBe("2026-11-30T14:00:00.000Z");
    // Invited parties come before enrolment begins for everyone.
    const { party } = await interest(id);
    const ana = member(party.members[0]!.id);
    expect(await acceptInvitation(ana, String(await invitationBehind(ana)), later(25))).toEqual({
      ok: true,
      value: { state: "held" },
    });
  });
});

describe("answering an invitation", () => {
  test("a couple accepts with the time it waited; who presses says yes, the other is asked", async () => {
    const couple = await interested(["Ana", "Noor"], {}, later(-500));
    const cohort = await aCohort();
    await invite(cohort, [couple.id]);
    const [ana, noor] = couple.members;
    const { id } = (await invitation(couple))!;
    expect(await acceptInvitation(member(ana!.id), id, later(1))).toEqual({
      ok: true,
      value: { state: "held" },
    });
    const enrollmentId = (await invitation(couple))!.enrollmentId!;
    const held = await enrollment(enrollmentId);
    expect([held.state, held.seats, held.joinedAt.toISOString()]).toEqual([
      "held",
      2,
      new Date(later(-500).epochMilliseconds).toISOString(),
    ]);
    expect(await letters(enrollmentId)).toEqual([["please-confirm", "noor@example.org"]]);
    expect((await interest(couple.id)).state).toBe("enrolled");
    expect(await loadInterest(member(ana!.id), later(2))).toBeNull();
    expect(await confirm(member(noor!.id), enrollmentId, later(2))).toEqual({
      ok: true,
      value: { enrolled: true },
    });
    expect(await whole(later(3))).toEqual([]);
  });

  test("both press yes at the same moment: they are enrolled once, each by their own yes", async () => {
    const couple = await interested(["Ana", "Noor"]);
    await invite(await aCohort(), [couple.id]);
    const { id } = (await invitation(couple))!;
    await Promise.all(couple.members.map((each) => acceptInvitation(member(each.id), id, later(1))));
    const enrollments = await db.enrollment.findMany({ where: { partyId: couple.partyId } });
    expect(enrollments.map(({ state }) => state)).toEqual(["confirmed"]);
  });

  test("when the places are gone, it stands in line by the time it waited, and is told so", async () => {
    const couple = await interested(["Ana", "Noor"], {}, later(-500));
    const cohort = await aCohort({ capacity: 2 });
    await invite(cohort, [couple.id]);
    await aParty(cohort, ["Kim"], later(1));
    const behind = await aParty(cohort, ["Mika", "Dov"], later(2));
    const { id } = (await invitation(couple))!;
    expect(await acceptInvitation(member(couple.members[0]!.id), id, later(3))).toEqual({
      ok: true,
      value: { state: "waitlisted" },
    });
    const line = await db.enrollment.findMany({
      where: { cohortId: cohort, state: "waitlisted" },
      orderBy: { joinedAt: "asc" },
    });
    expect(line.map(({ partyId }) => partyId)).toEqual([couple.partyId, behind.partyId]);
    expect((await letters(line[0]!.id)).map(([template]) => template)).toEqual(["waitlisted", "waitlisted"]);
    expect(await whole(later(3))).toEqual([]);
  });

  test("not this time: it keeps its place, and can be invited elsewhere", async () => {
    const couple = await interested(["Ana", "Noor"]);
    await invite(await aCohort(), [couple.id]);
    const { id } = (await invitation(couple))!;
    const noor = member(couple.members[1]!.id);
    expect(await declineInvitation(noor, id, later(1))).toEqual({ ok: true });
    expect(await declineInvitation(noor, id, later(1))).toEqual({ ok: true });
    expect(await acceptInvitation(noor, id, later(2))).toEqual({ ok: false, reason: "invitation_over" });
    expect((await interest(couple.id)).state).toBe("waiting");
    expect((await invite(await aCohort({ title: "Another" }), [couple.id], later(3))).ok).toBe(true);
  });

  test("nobody answers: it lapses in time, once, and the party waits on", async () => {
    const party = await interested(["Ana"]);
    await invite(await aCohort(), [party.id]);
    const ana = member(party.members[0]!.id);
    const id = String(await invitationBehind(ana));
    expect((await loadInterest(ana, later(119)))?.invitation?.id).toBe(id);
    expect((await loadInterest(ana, later(120)))?.invitation).toBeNull();
    expect(await acceptInvitation(ana, id, later(120))).toEqual({ ok: false, reason: "invitation_over" });
    await lapseInvitations(later(119));
    expect((await invitation(party))?.state).toBe("sent");
    expect((await whole(later(121))).map(({ name }) => name)).toContain("invitation-ended-in-time");
    await lapseInvitations(later(120));
    expect((await invitation(party))?.state).toBe("lapsed");
    expect(await lapseInvitations(later(120))).toBe(0);
    expect((await interest(party.id)).state).toBe("waiting");
  });

  test("a cancelled cohort takes its invitations back", async () => {
    const party = await interested(["Ana"]);
    const cohort = await aCohort();
    await invite(cohort, [party.id]);
    await db.cohort.update({ where: { id: cohort }, data: { state: "cancelled" } });
    const ana = member(party.members[0]!.id);
    const id = String(await invitationBehind(ana));
    expect(await acceptInvitation(ana, id, later(1))).toEqual({ ok: false, reason: "invitation_over" });
    await lapseInvitations(later(1));
    expect((await invitation(party))?.state).toBe("lapsed");
  });

  test("a party that got a place on another way is off the list, and its invitation too", async () => {
    const cohort = await aCohort();
    const party = await aParty(cohort, ["Ana"]);
    const programId = await addProgram(db, mindfulSelfCompassion);
    const { id } = await db.interest.create({
      data: { partyId: party.partyId, programId, since: new Date(monday.epochMilliseconds) },
    });
    await invite(await aCohort({ title: "Another" }), [id]);
    await endFulfilled(later(1));
    expect((await interest(id)).state).toBe("waiting");
    await confirm(member(party.members[0]!.id), party.id, later(1));
    expect((await whole(later(2))).map(({ name }) => name)).toContain("interest-of-the-waiting");
    await endFulfilled(later(2));
    expect((await interest(id)).state).toBe("enrolled");
    expect(await db.invitation.findFirst({ where: { interestId: id } })).toMatchObject({ state: "lapsed" });
  });
});

describe("what staff see", () => {
  test("twenty a page for admins, with as many queries however many wait", async () => {
    const admin = await alex();
    const queries = () => countQueries(() => loadInterestList(admin, 1));
    const before = await queries();
    for (let index = 0; index < 21; index += 1) await interested(["Ana", "Noor"], { suits: ["fri-evening"] });
    expect(await queries()).toBe(before);
    const list = await loadInterestList(admin, 1);
    expect([list?.parties.length, list?.hasNext, list?.wanted[0]?.time]).toEqual([20, true, "fri-evening"]);
    expect(await loadInterestList(await sam(), 1)).toBeNull();
  });

  test("an address of a partner who has not said yes is not shown", async () => {
    await db.interest.deleteMany();
    await interested(["Ana", "Noor"]);
    const list = await loadInterestList(await alex(), 1);
    expect(list?.parties[0]?.members.map(({ email }) => email)).toEqual(["ana@example.org", null]);
  });
});

async function aForm(names: string[], changes: Partial<JoinInterest> = {}): Promise<JoinInterest> {
  return {
    programId: await addProgram(db, mindfulSelfCompassion),
    formToken: crypto.randomUUID(),
    people: names.map((name) => ({ name, email: `${name.toLowerCase()}@example.org` })),
    suits: [],
    format: null,
    note: "",
    ...changes,
  };
}

/** Puts a party on the list: nobody in it has said yes. */
async function interested(names: string[], changes: Partial<JoinInterest> = {}, at = monday) {
  const outcome = await joinInterest(visitor, await aForm(names, changes), at);
  if (!outcome.ok) throw new Error(outcome.reason);
  return interest(outcome.value.interestId);
}

async function interest(id: string) {
  const found = await db.interest.findUniqueOrThrow({
    where: { id },
    include: { party: { include: { members: { orderBy: { position: "asc" }, include: { person: true } } } } },
  });
  return { ...found, members: found.party.members };
}

async function invite(cohortId: string, interestIds: string[], at = monday) {
  return sendWave(await alex(), { cohortId, interestIds, days: 5 }, at);
}

async function invitation({ id }: { id: string }) {
  return db.invitation.findFirst({ where: { interestId: id }, orderBy: { wave: { createdAt: "desc" } } });
}

/** The letters about the list to a party: template and address, oldest first. */
async function lettersTo({ members }: { members: { id: string }[] }): Promise<[string, string][]> {
  const ids = members.map(({ id }) => id);
  const messages = await db.message.findMany({ orderBy: [{ createdAt: "asc" }, { address: "asc" }] });
  return messages
    .filter(({ props }) => ids.includes(String((props as { memberId?: string })?.memberId)))
    .map(({ template, address }) => [template ?? "", address]);
}
