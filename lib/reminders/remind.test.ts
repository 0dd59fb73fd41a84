import { expect, test } from "vitest";
import { mark } from "#lib/attendance/mark.ts";
import { cancelSession } from "#lib/cohorts/cancel-session.ts";
import { moveSession } from "#lib/cohorts/move-session.ts";
import { db } from "#lib/db/client.ts";
import { confirm } from "#lib/enrollment/confirm.ts";
import { sendMessage } from "#lib/mail/send.ts";
import { chooseReminders, loadReminders } from "#lib/people/choose-reminders.ts";
import { aCohort, aParty, enrollment, member, monday, sam } from "#lib/testing/cast.ts";
import { countQueries } from "#lib/testing/queries.ts";
import { remindOfSessions } from "./remind.ts";

/** The first session of each group: Tuesday 12 January 2027, 6:30 pm in Toronto. */
const begins = Temporal.Instant.from("2027-01-12T23:30:00Z");
const dayBefore = begins.subtract({ hours: 24 });
const hourBefore = begins.subtract({ hours: 1 });

async function aGroup(changes: Parameters<typeof aCohort>[0] = {}) {
  const cohortId = await aCohort(changes);
  const party = await aParty(cohortId, ["Ana", "Noor"]);
  for (const { id } of party.members) await confirm(member(id), party.id, monday);
  const [ana, noor] = (await enrollment(party.id)).members;
  const [first, second] = await db.session.findMany({ where: { cohortId }, orderBy: { position: "asc" } });
  return { cohortId, ana: ana!, noor: noor!, first: first!, second: second! };
}

async function reminders(sessionId: string) {
  const letters = await db.message.findMany({
    where: { template: "session-reminder", props: { path: ["sessionId"], equals: sessionId } },
    orderBy: [{ createdAt: "asc" }, { address: "asc" }],
  });
  return letters.map(({ address, props }) => [address, (props as { kind: string }).kind]);
}

test("a day before unless they chose otherwise, once, also by two jobs at once", async () => {
  const { first, ana } = await aGroup();
  await chooseReminders(member(ana.id), { memberId: ana.id, kinds: ["hour"] }, monday);
  await remindOfSessions(dayBefore.subtract({ minutes: 1 }));
  expect(await reminders(first.id)).toEqual([]);
  await Promise.all([remindOfSessions(dayBefore), remindOfSessions(dayBefore)]);
  await remindOfSessions(dayBefore.add({ hours: 2 }));
  expect(await reminders(first.id)).toEqual([["noor@example.org", "day"]]);
  await remindOfSessions(hourBefore);
  await remindOfSessions(begins);
  expect(await reminders(first.id)).toEqual([
    ["noor@example.org", "day"],
    ["ana@example.org", "hour"],
  ]);
  const [twice] = await db.reminder.findMany({ where: { sessionId: first.id } });
  await expect(db.reminder.create({ data: twice! })).rejects.toThrow(/Unique constraint/);
});

test("both, or none, and every choice is kept with how it was made", async () => {
  const { first, ana, noor } = await aGroup();
  await chooseReminders(member(ana.id), { memberId: ana.id, kinds: ["hour", "day"] }, monday);
  await chooseReminders(member(noor.id), { memberId: noor.id, kinds: [] }, monday.add({ hours: 1 }));
  await chooseReminders(member(noor.id), { memberId: noor.id, kinds: [] }, monday.add({ hours: 2 }));
  for (const at of [dayBefore, hourBefore]) await remindOfSessions(at);
  expect(await reminders(first.id)).toEqual([
    ["ana@example.org", "day"],
    ["ana@example.org", "hour"],
  ]);
  const kept = await db.consent.findMany({
    where: { purpose: "reminders", personId: { in: [ana.personId, noor.personId] } },
    orderBy: { at: "asc" },
    select: { given: true, how: true },
  });
  expect(kept).toEqual([
    { given: true, how: "link: day, hour" },
    { given: false, how: "link: none" },
  ]);
});

test("nobody chooses for their partner", async () => {
  const { ana, noor } = await aGroup();
  const refused = { ok: false, reason: "not_there" };
  expect(await chooseReminders(member(noor.id), { memberId: ana.id, kinds: [] })).toEqual(refused);
  const noorsBrowser = {
    kind: "participant" as const,
    userId: crypto.randomUUID(),
    email: "noor@example.org",
  };
  expect(await chooseReminders(noorsBrowser, { memberId: ana.id, kinds: [] })).toEqual(refused);
  expect(await loadReminders(noorsBrowser, ana.id)).toBe(null);
  expect(await loadReminders(noorsBrowser, noor.id)).toMatchObject({ name: "Noor", reminders: ["day"] });
});

test("they move with the session, and a cancelled one has none", async () => {
  const actor = await sam();
  const { first, second } = await aGroup();
  await remindOfSessions(dayBefore);
  const later = { sessionId: first.id, minutes: first.minutes };
  // By an hour: whoever was reminded is told of the new hour by the letter about it.
  await moveSession(
    actor,
    { ...later, startsLocal: Temporal.PlainDateTime.from("2027-01-12T19:30") },
    dayBefore,
  );
  await remindOfSessions(dayBefore.add({ hours: 1 }));
  expect((await reminders(first.id)).length).toBe(2);
  // By two days: they are reminded of the new day.
  await moveSession(
    actor,
    { ...later, startsLocal: Temporal.PlainDateTime.from("2027-01-14T18:30") },
    dayBefore,
  );
  await remindOfSessions(hourBefore);
  expect((await reminders(first.id)).length).toBe(2);
  await remindOfSessions(dayBefore.add({ hours: 48 }));
  expect((await reminders(first.id)).length).toBe(4);
  await cancelSession(actor, { sessionId: second.id, reason: "Sam is away." }, dayBefore);
  await remindOfSessions(dayBefore.add({ hours: 7 * 24 }));
  expect(await reminders(second.id)).toEqual([]);
});

test("who said that they can't come, has left, or has no mailbox is not reminded", async () => {
  const { first, ana, noor } = await aGroup();
  await mark(await sam(), { sessionId: first.id, personId: ana.personId, status: "excused" });
  await remindOfSessions(dayBefore);
  expect(await reminders(first.id)).toEqual([["noor@example.org", "day"]]);
  await db.person.update({ where: { id: noor.personId }, data: { email: null, reminders: ["day", "hour"] } });
  await remindOfSessions(hourBefore);
  expect((await reminders(first.id)).length).toBe(1);
});

test("a reminder that comes too late to be true is not sent, and none carries the way into the meeting", async () => {
  const { first, cohortId } = await aGroup({ format: "online", joinUrl: "https://meet.example.org/secret" });
  await remindOfSessions(dayBefore);
  const letters = await db.message.findMany({
    where: { template: "session-reminder", props: { path: ["sessionId"], equals: first.id } },
  });
  await sendMessage(letters[0]!.id);
  const said = await db.message.findUniqueOrThrow({ where: { id: letters[0]!.id } });
  expect(said.subject).toMatch(/^A reminder: tomorrow at|^A reminder: today at/);
  expect(said.text).toContain("https://kindroom.example/my/");
  expect(said.text).not.toContain("meet.example.org");
  await db.session.updateMany({ where: { cohortId }, data: { cancelledAt: new Date(0) } });
  await sendMessage(letters[1]!.id);
  expect(await db.message.findUniqueOrThrow({ where: { id: letters[1]!.id } })).toMatchObject({
    state: "kept",
    text: "",
  });
});

test("a day is counted on the wall, also in the night when the clocks change", async () => {
  // Sunday 14 March 2027, 10:00 in Toronto, is 23 hours after Saturday 10:00.
  const { first } = await aGroup({
    firstOn: Temporal.PlainDate.from("2027-03-14"),
    startsAt: Temporal.PlainTime.from("10:00"),
  });
  const saturday = Temporal.Instant.from("2027-03-13T15:00:00Z");
  await remindOfSessions(saturday.subtract({ seconds: 1 }));
  expect(await reminders(first.id)).toEqual([]);
  await remindOfSessions(saturday);
  expect((await reminders(first.id)).length).toBe(2);
});

test("many people are reminded with as many queries", async () => {
  await aGroup();
  const one = await countQueries(() => remindOfSessions(dayBefore));
  for (let group = 0; group < 3; group += 1) await aGroup();
  expect(await countQueries(() => remindOfSessions(dayBefore))).toBe(one);
});
