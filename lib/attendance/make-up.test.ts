import { expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { confirm } from "#lib/enrollment/confirm.ts";
import { aCohort, aParty, member, monday, robin, sam } from "#lib/testing/cast.ts";
import { answerMakeUp, askMakeUp, takeMakeUpBack } from "./make-up.ts";
import { loadGuestsAsking, loadMakeUps } from "./make-up-queries.ts";
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
  const people = [];
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
  return {
    host,
    home,
    hostId,
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
