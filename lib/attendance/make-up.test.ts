import ICAL from "ical.js";
import { expect, test } from "vitest";
import type { Participant } from "#lib/audit/actor.ts";
import { instantOf } from "#lib/clock/convert.ts";
import { cancelCohort } from "#lib/cohorts/cancel.ts";
import { cancelSession } from "#lib/cohorts/cancel-session.ts";
import { findFeed, loadMyFeed } from "#lib/cohorts/feed.ts";
import { moveSession } from "#lib/cohorts/move-session.ts";
import { resizeCohort } from "#lib/cohorts/resize.ts";
import { db } from "#lib/db/client.ts";
import { confirm } from "#lib/enrollment/confirm.ts";
import { enroll } from "#lib/enrollment/enroll.ts";
import { leaveGroup } from "#lib/enrollment/leave-group.ts";
import { transfer } from "#lib/enrollment/transfer.ts";
import { loadMakeUp } from "#lib/mail/load-make-up.ts";
import { sendMessage } from "#lib/mail/send.ts";
import { chooseReminders } from "#lib/people/choose-reminders.ts";
import { remindOfSessions } from "#lib/reminders/remind.ts";
import { aCohort, alex, aParty, member, monday, robin, sam } from "#lib/testing/cast.ts";
import { excuse, takeExcuseBack } from "./excuse.ts";
import { letChairsGo } from "./let-chairs-go.ts";
import { answerMakeUp, askMakeUp, takeMakeUpBack } from "./make-up.ts";
import { freeChairs, loadGuestEvenings, loadGuestsAsking, loadMakeUps } from "./make-up-queries.ts";
import { mark } from "./mark.ts";
import { loadAttendance } from "./queries.ts";

/** When both groups are under way: Robin's group is a day behind Sam's. */
const at = Temporal.Instant.from("2027-01-20T12:00:00Z");

/** Ana was away from Sam's second evening; Robin's group has as many chairs as `capacity`, one of them taken. */
async function twoGroups(capacity: number, names = ["Ana"]) {
  const [host, home] = [await robin(), await sam()];
  const homeId = await aCohort();
  const hostId = await aCohort(
    { title: "Wednesdays", firstOn: Temporal.PlainDate.from("2027-01-13"), capacity },
    host,
  );
  const inside = await aParty(hostId, ["Kim"]);
  for (const { id } of inside.members) await confirm(member(id), inside.id, monday);
  const sessionOf = async (cohortId: string, position: number) =>
    (await db.session.findFirstOrThrow({ where: { cohortId, position } })).id;
  const homeSessionId = await sessionOf(homeId, 2);
  const hostSessionId = await sessionOf(hostId, 2);
  const people: { memberId: string; personId: string; actor: Participant }[] = [];
  for (const name of names) {
    const party = await aParty(homeId, [name]);
    for (const { id } of party.members) await confirm(member(id), party.id, monday);
    const [one] = party.members;
    await mark(home, { sessionId: homeSessionId, personId: one!.personId, status: "absent" }, at);
    people.push({
      memberId: one!.id,
      personId: one!.personId,
      actor: {
        kind: "participant" as const,
        userId: crypto.randomUUID(),
        email: `${name.toLowerCase()}@example.org`,
      },
    });
  }
  const makeUps = () => db.makeUp.findMany({ where: { homeSessionId }, orderBy: { askedAt: "asc" } });
  /** Asks, and is welcome. */
  const welcome = async ({ actor, memberId }: (typeof people)[number]) => {
    await askMakeUp(actor, { memberId, homeSessionId, hostSessionId }, at);
    const { id: makeUpId } = await db.makeUp.findFirstOrThrow({
      where: { homeSessionId, state: "asked" },
      select: { id: true },
    });
    expect((await answerMakeUp(host, { makeUpId, agree: true, words: "" }, at)).ok).toBe(true);
    return makeUpId;
  };
  return {
    host,
    home,
    hostId,
    kim: inside.members[0]!,
    welcome,
    homeSessionId,
    hostSessionId,
    people,
    makeUps,
    kimId: inside.members[0]!.personId,
  };
}

test("asked for, agreed to, and what the host marks counts at home", async () => {
  const { host, home, hostId, homeSessionId, hostSessionId, people, makeUps } = await twoGroups(2);
  const [ana] = people;
  const { actor, memberId, personId } = ana!;
  expect((await loadMakeUps(actor, memberId, at))?.chairs.map((chair) => chair.hostSessionId)).toEqual([
    hostSessionId,
  ]);
  const wish = { memberId, homeSessionId, hostSessionId };
  expect((await askMakeUp(actor, wish, at)).ok).toBe(true);
  expect((await askMakeUp(actor, wish, at)).ok).toBe(true);
  const [asked, ...more] = await makeUps();
  expect(more).toEqual([]);
  expect(await loadGuestsAsking(home, hostId, at)).toEqual([]);
  expect((await loadGuestsAsking(host, hostId, at)).map(({ name }) => name)).toEqual(["Ana"]);
  const answer = { makeUpId: asked!.id, agree: true, words: "Do come." };
  expect(await answerMakeUp(home, answer, at)).toEqual({ ok: false, reason: "not_there" });
  expect((await answerMakeUp(host, answer, at)).ok).toBe(true);
  const told = await db.message.findMany({
    where: { template: "make-up", props: { path: ["makeUpId"], equals: asked!.id } },
    orderBy: { createdAt: "asc" },
  });
  expect(told.map(({ address }) => address).toSorted()).toEqual(["ana@example.org", host.email].toSorted());

  expect(
    (await loadAttendance(host, hostSessionId))?.parties.flat().map(({ name, guestOf }) => [name, guestOf]),
  ).toEqual([
    ["Kim", null],
    ["Ana", "Winter evenings"],
  ]);
  const atHome = async () =>
    (
      await db.attendance.findUniqueOrThrow({
        where: { sessionId_personId: { sessionId: homeSessionId, personId } },
      })
    ).status;
  await mark(host, { sessionId: hostSessionId, personId, status: "present" }, at);
  expect(await atHome()).toBe("madeUp");
  await mark(host, { sessionId: hostSessionId, personId, status: "absent" }, at.add({ minutes: 1 }));
  expect(await atHome()).toBe("absent");
});

test("where a mailbox is shared nobody can ask, whatever is sent: who missed what is nobody else's", async () => {
  const { homeSessionId, hostSessionId, people, makeUps } = await twoGroups(3, ["Lea", "Theo"]);
  const [lea, theo] = people as [(typeof people)[0], (typeof people)[0]];
  await db.person.update({ where: { id: theo.personId }, data: { email: "lea@example.org" } });
  expect(await loadMakeUps(lea.actor, lea.memberId, at)).toBeNull();
  expect(await askMakeUp(lea.actor, { memberId: lea.memberId, homeSessionId, hostSessionId }, at)).toEqual({
    ok: false,
    reason: "not_there",
  });
  expect(await makeUps()).toEqual([]);
});

test("of two who want the last chair at once, one gets it", async () => {
  const { host, homeSessionId, hostSessionId, people, makeUps } = await twoGroups(2, ["Ana", "Noor"]);
  for (const { actor, memberId } of people)
    expect((await askMakeUp(actor, { memberId, homeSessionId, hostSessionId }, at)).ok).toBe(true);
  const outcomes = await Promise.all(
    (await makeUps()).map(({ id }) => answerMakeUp(host, { makeUpId: id, agree: true, words: "" }, at)),
  );
  expect(outcomes.map((outcome) => (outcome.ok ? "agreed" : outcome.reason)).toSorted()).toEqual([
    "agreed",
    "no_chair",
  ]);
  expect((await makeUps()).map(({ state }) => state).toSorted()).toEqual(["agreed", "asked"]);
});

test("a full room has a chair when somebody said that they can't come, and none otherwise", async () => {
  const { host, homeSessionId, hostSessionId, people, kimId } = await twoGroups(1);
  const { actor, memberId } = people[0]!;
  const wish = { memberId, homeSessionId, hostSessionId };
  expect(await askMakeUp(actor, wish, at)).toEqual({ ok: false, reason: "not_there" });
  await mark(host, { sessionId: hostSessionId, personId: kimId, status: "excused" }, at);
  expect((await askMakeUp(actor, wish, at)).ok).toBe(true);
});

test("it is taken back by oneself alone, and answered once", async () => {
  const { host, homeSessionId, hostSessionId, people, makeUps } = await twoGroups(3, ["Ana", "Noor"]);
  const [ana, noor] = people as [(typeof people)[0], (typeof people)[0]];
  await askMakeUp(ana.actor, { memberId: ana.memberId, homeSessionId, hostSessionId }, at);
  const [asked] = await makeUps();
  const makeUpId = asked!.id;
  expect((await takeMakeUpBack(noor.actor, { memberId: noor.memberId, makeUpId }, at)).ok).toBe(false);
  expect((await takeMakeUpBack(ana.actor, { memberId: noor.memberId, makeUpId }, at)).ok).toBe(false);
  expect((await takeMakeUpBack(ana.actor, { memberId: ana.memberId, makeUpId }, at)).ok).toBe(true);
  expect((await answerMakeUp(host, { makeUpId, agree: true, words: "" }, at)).ok).toBe(false);
});

test("who leaves the program keeps no chair of a guest, and its hosts are told; who changes their group comes as agreed", async () => {
  const { host, hostSessionId, people, welcome, makeUps } = await twoGroups(4, ["Ines", "Milo"]);
  const [ines, milo] = people as [(typeof people)[0], (typeof people)[0]];
  const [hers, his] = [await welcome(ines), await welcome(milo)];
  const nextId = await aCohort({ title: "Thursdays", firstOn: Temporal.PlainDate.from("2027-02-04") });
  const { id: enrollmentId } = await db.enrollment.findFirstOrThrow({
    where: { state: "confirmed", party: { members: { some: { id: milo.memberId } } } },
    select: { id: true },
  });
  expect((await transfer(await alex(), { enrollmentId, toCohortId: nextId, orLine: false }, at)).ok).toBe(
    true,
  );
  expect(await letChairsGo(at)).toBe(0);
  expect((await leaveGroup(ines.actor, ines.memberId, at)).ok).toBe(true);
  const before = await freeChairs([hostSessionId]);
  expect(await letChairsGo(at)).toBe(1);
  expect(await letChairsGo(at)).toBe(0);
  expect((await freeChairs([hostSessionId])).get(hostSessionId)).toBe((before.get(hostSessionId) ?? 0) + 1);
  const stateOf = async (id: string) => (await makeUps()).find((one) => one.id === id)?.state;
  expect([await stateOf(hers), await stateOf(his)]).toEqual(["takenBack", "agreed"]);
  await remindOfSessions(Temporal.Instant.from("2027-01-20T13:00:00Z"));
  const reminded = await db.message.findMany({
    where: { template: "session-reminder", props: { path: ["sessionId"], equals: hostSessionId } },
    select: { address: true },
  });
  expect(reminded.map(({ address }) => address).toSorted()).toEqual(["kim@example.org", "milo@example.org"]);
  const told = await db.message.findMany({
    where: {
      template: "make-up",
      address: host.email,
      props: { equals: { makeUpId: hers, to: "host" } },
    },
    select: { createdAt: true },
  });
  expect(told).toHaveLength(2);
});

/** What a calendar program reads of the guest's evening. */
async function evening(memberId: string, actor: Parameters<typeof loadMyFeed>[0], makeUpId: string) {
  const feed = await loadMyFeed(actor, memberId);
  const file = String(await findFeed(feed?.url.split("/").at(-1) ?? "", at));
  const [found, ...more] = new ICAL.Component(ICAL.parse(file))
    .getAllSubcomponents("vevent")
    .map((one) => ({ event: new ICAL.Event(one), status: one.getFirstPropertyValue("status") }))
    .filter(({ event }) => event.uid.startsWith(`make-up-${makeUpId}@`));
  expect(more).toEqual([]);
  return (
    found && {
      starts: found.event.startDate.toJSDate().toISOString(),
      summary: found.event.summary,
      location: found.event.location,
      sequence: found.event.sequence,
      cancelled: found.status === "CANCELLED",
    }
  );
}

test("the evening is in the guest's own calendar, moves there, and goes when it is taken back", async () => {
  const { host, hostId, hostSessionId, people, welcome } = await twoGroups(3, ["Ana", "Noor"]);
  const [ana, noor] = people as [(typeof people)[0], (typeof people)[0]];
  await db.cohort.update({ where: { id: hostId }, data: { joinUrl: "https://meet.example.org/hosts" } });
  const makeUpId = await welcome(ana);
  const inCalendar = () => evening(ana.memberId, ana.actor, makeUpId);
  const first = await inCalendar();
  expect(first).toMatchObject({
    starts: "2027-01-20T23:30:00.000Z",
    summary: "Group",
    location: "Willow Street, second floor",
    cancelled: false,
  });
  // Nobody else's has it, and nobody's has the way into a group that is not theirs.
  expect(await evening(noor.memberId, noor.actor, makeUpId)).toBeUndefined();
  const feed = await loadMyFeed(ana.actor, ana.memberId);
  expect(await findFeed(feed?.url.split("/").at(-1) ?? "", at)).not.toContain("meet.example.org");

  const startsLocal = Temporal.PlainDateTime.from("2027-01-21T19:00");
  await moveSession(host, { sessionId: hostSessionId, startsLocal, minutes: 120 }, at);
  const moved = await inCalendar();
  expect([moved?.starts, moved && first && moved.sequence > first.sequence]).toEqual([
    "2027-01-22T00:00:00.000Z",
    true,
  ]);
  await takeMakeUpBack(ana.actor, { memberId: ana.memberId, makeUpId }, at);
  const gone = await inCalendar();
  expect([gone?.cancelled, gone && moved && gone.sequence > moved.sequence]).toEqual([true, true]);
});

test("a guest is told of a moved or cancelled evening once, and its calendar entry is cancelled", async () => {
  const { host, hostSessionId, people, welcome } = await twoGroups(2);
  const ana = people[0]!;
  const makeUpId = await welcome(ana);
  const told = () =>
    db.message.findMany({
      where: {
        template: "make-up",
        state: "queued",
        props: { equals: { makeUpId, to: "guest", changed: true } },
      },
    });
  for (const hour of ["19:00", "19:30"])
    await moveSession(
      host,
      {
        sessionId: hostSessionId,
        startsLocal: Temporal.PlainDateTime.from(`2027-01-20T${hour}`),
        minutes: 120,
      },
      at,
    );
  const letter = { makeUpId, to: "guest" as const, changed: true as const };
  const about = () => loadMakeUp(letter, { name: "Ana" } as never, {} as never);
  expect([(await told()).length, await about()]).toMatchObject([1, { kind: "moved" }]);
  await cancelSession(host, { sessionId: hostSessionId, reason: "Robin is away." }, at);
  expect([(await told()).length, await about()]).toMatchObject([1, { kind: "cancelled" }]);
  expect(await evening(ana.memberId, ana.actor, makeUpId)).toMatchObject({ cancelled: true });
  expect((await loadMakeUps(ana.actor, ana.memberId, at))?.wishes).toMatchObject([
    { cancelled: true, join: null },
  ]);
});

test("a guest is reminded as they chose, with the evening's own page, and not once it is taken back", async () => {
  const { hostId, hostSessionId, people, welcome } = await twoGroups(3, ["Ana", "Noor"]);
  const [ana, noor] = people as [(typeof people)[0], (typeof people)[0]];
  await db.cohort.update({ where: { id: hostId }, data: { joinUrl: "https://meet.example.org/hosts" } });
  await welcome(ana);
  const noors = await welcome(noor);
  await chooseReminders(member(ana.memberId), { memberId: ana.memberId, kinds: ["hour"] }, at);
  await takeMakeUpBack(noor.actor, { memberId: noor.memberId, makeUpId: noors }, at);
  const starts = Temporal.Instant.from("2027-01-20T23:30:00Z");
  const reminded = async () =>
    (
      await db.message.findMany({
        where: {
          template: "session-reminder",
          address: { in: ["ana@example.org", "noor@example.org"] },
          props: { path: ["sessionId"], equals: hostSessionId },
        },
      })
    ).map(({ id, address, props }) => ({ id, address, kind: (props as { kind: string }).kind }));
  await remindOfSessions(starts.subtract({ hours: 20 }));
  expect(await reminded()).toEqual([]);
  await remindOfSessions(starts.subtract({ minutes: 50 }));
  await remindOfSessions(starts.subtract({ minutes: 40 }));
  const [letter, ...more] = await reminded();
  expect([letter, more]).toMatchObject([{ address: "ana@example.org", kind: "hour" }, []]);
  await sendMessage(letter!.id);
  const said = await db.message.findUniqueOrThrow({ where: { id: letter!.id } });
  expect(said.text).toContain(`https://kindroom.example/my/${ana.memberId}/make-up`);
  expect(said.text).toContain("as a guest");
  expect(said.text).not.toContain("meet.example.org");

  // The way in is on that page, from half an hour before.
  const join = async (minutes: number) =>
    (await loadMakeUps(ana.actor, ana.memberId, starts.subtract({ minutes })))?.wishes[0]?.join?.url;
  expect([await join(31), await join(30)]).toEqual([null, "https://meet.example.org/hosts"]);
  expect((await loadMakeUps(noor.actor, noor.memberId, starts))?.wishes).toEqual([]);
});

test("who was seen there, or lets the evening begin, can't take it back, and the mark stays", async () => {
  const { host, homeSessionId, hostSessionId, people, welcome } = await twoGroups(2);
  const { actor, memberId, personId } = people[0]!;
  const makeUpId = await welcome(people[0]!);
  const atHome = () =>
    db.attendance.findUniqueOrThrow({
      where: { sessionId_personId: { sessionId: homeSessionId, personId } },
    });
  const back = (when: Temporal.Instant) => takeMakeUpBack(actor, { memberId, makeUpId }, when);
  // They come early, and the facilitator marks them before it begins.
  const early = Temporal.Instant.from("2027-01-20T23:20:00Z");
  await mark(host, { sessionId: hostSessionId, personId, status: "present" }, early);
  expect(await back(early.add({ minutes: 1 }))).toEqual({ ok: false, reason: "was_there" });
  expect((await atHome()).status).toBe("madeUp");
  // The mark was a slip: nothing is made up, and until it begins the chair can be given back.
  await mark(host, { sessionId: hostSessionId, personId, status: null }, early.add({ minutes: 2 }));
  expect(await back(early.add({ minutes: 10 }))).toEqual({ ok: false, reason: "begun" });
  expect((await back(early.add({ minutes: 9 }))).ok).toBe(true);
  expect((await atHome()).status).toBe("absent");
  // Somebody who took it back and came all the same was there: what staff saw counts.
  await mark(host, { sessionId: hostSessionId, personId, status: "late" }, early.add({ minutes: 30 }));
  expect((await atHome()).status).toBe("madeUp");
});

test("whoever is welcome sees the evening at their place until it is over, off or let go, and nobody else does", async () => {
  const { host, hostSessionId, people, welcome } = await twoGroups(4, ["Ana", "Noor"]);
  const [ana, noor] = people as [(typeof people)[0], (typeof people)[0]];
  const evenings = async ({ actor, memberId }: typeof ana, when = at) =>
    (await loadGuestEvenings(actor, memberId, when)).map(({ homeTitle, host: { title } }) => [
      homeTitle,
      title,
    ]);
  expect(await evenings(ana)).toEqual([]);
  await welcome(ana);
  const makeUpId = await welcome(noor);
  const one = ["Practicing mindfulness", "Wednesdays"];
  expect(await evenings(ana)).toEqual([one]);
  expect(await evenings({ ...noor, memberId: ana.memberId })).toEqual([]);
  await takeMakeUpBack(noor.actor, { memberId: noor.memberId, makeUpId }, at);
  expect(await evenings(noor)).toEqual([]);
  const { endsAt } = await db.session.findUniqueOrThrow({ where: { id: hostSessionId } });
  expect(await evenings(ana, instantOf(endsAt).subtract({ minutes: 1 }))).toEqual([one]);
  expect(await evenings(ana, instantOf(endsAt))).toEqual([]);
  await cancelSession(host, { sessionId: hostSessionId, reason: "The room is flooded." }, at);
  expect(await evenings(ana)).toEqual([]);
});

test("no seat of a group that takes guests is given away any more, and staff see when chairs are short", async () => {
  const { host, hostId, hostSessionId, people, welcome, kim } = await twoGroups(2, ["Ana", "Noor"]);
  const [ana, noor] = people as [(typeof people)[0], (typeof people)[0]];
  const short = async () => (await loadAttendance(host, hostSessionId))?.chairsShort;
  await welcome(ana);
  // Guests come to groups that have begun, and into those nobody enrols: the guest's chair can't be taken.
  const late = { cohortId: hostId, formToken: crypto.randomUUID(), inquiry: undefined };
  const one = { name: "Lee", email: "lee@example.org" };
  expect(await enroll({ kind: "visitor" }, { ...late, people: [one] }, at)).toMatchObject({ ok: false });
  expect(await db.cohort.findUniqueOrThrow({ where: { id: hostId } })).toMatchObject({ seatsTaken: 1 });
  expect(await short()).toBe(0);
  // Kim's chair is given to a second guest, and then Kim comes after all: it is Kim's group.
  const kimThere = { kind: "participant" as const, userId: host.userId, email: "kim@example.org" };
  const ahead = { memberId: kim.id, sessionId: hostSessionId };
  expect((await excuse(kimThere, ahead, at)).ok).toBe(true);
  await welcome(noor);
  expect(await short()).toBe(0);
  expect((await takeExcuseBack(kimThere, ahead, at.add({ minutes: 1 }))).ok).toBe(true);
  expect(await short()).toBe(1);
  await resizeCohort(host, hostId, 3, at);
  expect(await short()).toBe(0);
});

test("nobody is welcomed to a group that was cancelled meanwhile", async () => {
  const { host, hostId, hostSessionId, homeSessionId, people, makeUps } = await twoGroups(3);
  const [{ actor, memberId }] = people as [(typeof people)[0]];
  await askMakeUp(actor, { memberId, homeSessionId, hostSessionId }, at);
  const [wish] = await makeUps();
  expect(await loadGuestsAsking(host, hostId, at)).toHaveLength(1);
  expect((await cancelCohort(host, hostId, "Nobody can lead it.", at)).ok).toBe(true);
  expect(await loadGuestsAsking(host, hostId, at)).toEqual([]);
  expect(await answerMakeUp(host, { makeUpId: wish!.id, agree: true, words: "" }, at)).toEqual({
    ok: false,
    reason: "not_there",
  });
});
