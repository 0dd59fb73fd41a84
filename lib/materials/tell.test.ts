import { expect, test } from "vitest";
import { mark } from "#lib/attendance/mark.ts";
import { instantOf } from "#lib/clock/convert.ts";
import { db } from "#lib/db/client.ts";
import { confirm } from "#lib/enrollment/confirm.ts";
import { release, takeBack } from "#lib/library/release.ts";
import { sendMessage } from "#lib/mail/send.ts";
import { aCohort, aParty, member, monday, sam } from "#lib/testing/cast.ts";
import { countQueries } from "#lib/testing/queries.ts";
import { aReleasedRecording } from "#lib/testing/releases.ts";
import { tellOfReleases } from "./tell.ts";

/** The first session ends on Tuesday 12 January 2027, 9 pm in Toronto; the clinic is awake from 9 on Wednesday. */
const wednesday = Temporal.Instant.from("2027-01-13T14:00:00Z");

async function aGroup(names = ["Ana", "Noor"], at = monday) {
  const cohortId = await aCohort();
  const party = await aParty(cohortId, names, at);
  for (const { id } of party.members) await confirm(member(id), party.id, at);
  const sessions = await db.session.findMany({ where: { cohortId }, orderBy: { position: "asc" } });
  return { cohortId, members: party.members, first: sessions[0]!, sessions };
}

async function letters(personId: string) {
  const found = await db.message.findMany({
    where: { template: "materials-released", props: { path: ["personId"], equals: personId } },
    orderBy: { createdAt: "asc" },
  });
  return found.map(({ id, address, props }) => ({
    id,
    address,
    releaseIds: (props as { releaseIds: string[] }).releaseIds,
  }));
}

test("everybody is told once, of all that is new, when the clinic is awake", async () => {
  const { first, members } = await aGroup();
  const [ana, noor] = [members[0]!.personId, members[1]!.personId];
  const ids = [await aReleasedRecording(first.id), await aReleasedRecording(first.id)]
    .map(({ releaseId }) => releaseId)
    .sort();
  await tellOfReleases(instantOf(first.endsAt).add({ minutes: 30 }));
  expect(await letters(ana)).toEqual([]);
  await Promise.all([tellOfReleases(wednesday), tellOfReleases(wednesday)]);
  await tellOfReleases(wednesday.add({ hours: 1 }));
  expect(await letters(ana)).toEqual([
    { id: expect.any(String), address: "ana@example.org", releaseIds: ids },
  ]);
  expect((await letters(noor)).map(({ releaseIds }) => releaseIds)).toEqual([ids]);
});

test("several releases one after the other are told of together", async () => {
  const { first, members } = await aGroup(["Iris"]);
  const iris = members[0]!.personId;
  const [one, two] = [
    await aReleasedRecording(first.id, { rule: "byHand" }),
    await aReleasedRecording(first.id, { rule: "byHand" }),
  ];
  await release(await sam(), one.releaseId, wednesday);
  await tellOfReleases(wednesday.add({ minutes: 5 }));
  await release(await sam(), two.releaseId, wednesday.add({ minutes: 8 }));
  await tellOfReleases(wednesday.add({ minutes: 12 }));
  expect(await letters(iris)).toEqual([]);
  await tellOfReleases(wednesday.add({ minutes: 18 }));
  expect((await letters(iris)).map(({ releaseIds }) => releaseIds.length)).toEqual([2]);
});

test("taken back and released again is told of no second time, and taken back before is told of by nobody", async () => {
  const { first, members } = await aGroup(["Iris"]);
  const iris = members[0]!.personId;
  const told = await aReleasedRecording(first.id);
  const unseen = await aReleasedRecording(first.id);
  await takeBack(await sam(), unseen.releaseId, monday);
  await tellOfReleases(wednesday);
  await takeBack(await sam(), told.releaseId, wednesday);
  const [letter] = await letters(iris);
  await sendMessage(letter!.id);
  // Overtaken before it was sent: it would say what is no longer true.
  expect(await db.message.findUniqueOrThrow({ where: { id: letter!.id } })).toMatchObject({ text: "" });
  await release(await sam(), told.releaseId, wednesday.add({ hours: 1 }));
  await tellOfReleases(wednesday.add({ hours: 2 }));
  expect((await letters(iris)).map(({ releaseIds }) => releaseIds)).toEqual([[told.releaseId]]);
});

test("who missed the session is told when it is there for them", async () => {
  const { first, members } = await aGroup();
  const [ana, noor] = [members[0]!.personId, members[1]!.personId];
  await aReleasedRecording(first.id, { forMissed: "later", missedOffsetMinutes: 2 * 1440 });
  await aReleasedRecording(first.id, { forMissed: "never" });
  await mark(await sam(), { sessionId: first.id, personId: ana, status: "absent" });
  const counts = async () =>
    [await letters(ana), await letters(noor)].map((sent) => sent.map(({ releaseIds }) => releaseIds.length));
  await tellOfReleases(wednesday);
  expect(await counts()).toEqual([[], [2]]);
  await tellOfReleases(wednesday.add({ hours: 48 }));
  expect(await counts()).toEqual([[1], [2]]);
});

test("nobody is told of what was there before they came", async () => {
  const { first, members, cohortId } = await aGroup(["Iris"]);
  const { releaseId } = await aReleasedRecording(first.id, { rule: "byHand" });
  await release(await sam(), releaseId, monday);
  const tuesday = monday.add({ hours: 24 });
  const late = await aParty(cohortId, ["Tove"], tuesday);
  await confirm(member(late.members[0]!.id), late.id, tuesday);
  await tellOfReleases(tuesday.add({ hours: 1 }));
  expect((await letters(members[0]!.personId)).length).toBe(1);
  expect(await letters(late.members[0]!.personId)).toEqual([]);
});

test("the letter says what kinds of things, and not what they are called", async () => {
  const { first, members } = await aGroup(["Iris"]);
  await aReleasedRecording(first.id);
  await aReleasedRecording(first.id);
  await tellOfReleases(wednesday);
  const [letter] = await letters(members[0]!.personId);
  await sendMessage(letter!.id);
  const said = await db.message.findUniqueOrThrow({ where: { id: letter!.id } });
  expect(said.subject).toBe("There is something new on your page");
  expect(said.text).toContain("2 recordings");
  expect(said.text).toContain(`https://kindroom.example/my/${members[0]!.id}`);
  expect(said.text).not.toContain("Practice");
});

test("nobody of a cancelled group is told, and as many queries for many as for few", async () => {
  const { first, members, cohortId } = await aGroup(["Iris"]);
  await aReleasedRecording(first.id);
  await db.cohort.update({ where: { id: cohortId }, data: { state: "cancelled" } });
  const few = await countQueries(() => tellOfReleases(wednesday));
  expect(await letters(members[0]!.personId)).toEqual([]);
  await db.cohort.update({ where: { id: cohortId }, data: { state: "open" } });
  const one = await countQueries(() => tellOfReleases(wednesday));
  expect(one).toBeGreaterThan(few);
  for (const names of [["Ada", "Bo"], ["Cy"]]) {
    const group = await aGroup(names);
    await aReleasedRecording(group.first.id);
    await aReleasedRecording(group.first.id);
  }
  expect(await countQueries(() => tellOfReleases(wednesday))).toBe(one);
});
