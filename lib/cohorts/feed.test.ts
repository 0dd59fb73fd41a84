import ICAL from "ical.js";
import { expect, test } from "vitest";
import { removeStaff } from "#lib/auth/remove-staff.ts";
import { renewStaffCalendar } from "#lib/auth/renew-calendar.ts";
import { db } from "#lib/db/client.ts";
import { confirm } from "#lib/enrollment/confirm.ts";
import { withdraw } from "#lib/enrollment/withdraw.ts";
import { attachmentsOf } from "#lib/mail/render.ts";
import { loadMyPlace } from "#lib/materials/my-queries.ts";
import { renewMyCalendar } from "#lib/people/renew-calendar.ts";
import { aCohort, alex, aParty, member, monday, robin, sam } from "#lib/testing/cast.ts";
import { cancelCohort } from "./cancel.ts";
import { cancelSession } from "./cancel-session.ts";
import { findFeed, loadMyFeed, loadStaffFeed } from "./feed.ts";
import { moveSession } from "./move-session.ts";

const reader = { kind: "participant", userId: crypto.randomUUID(), email: "ana@example.org" } as const;
const tokenOf = (url: string | undefined) => url?.split("/").at(-1) ?? "";

async function aGroup() {
  const cohortId = await aCohort();
  const party = await aParty(cohortId);
  for (const { id } of party.members) await confirm(member(id), party.id, monday);
  const sessions = await db.session.findMany({ where: { cohortId }, orderBy: { position: "asc" } });
  const memberId = party.members[0]?.id ?? "";
  const feed = await loadMyFeed(reader, memberId);
  return { cohortId, party, memberId, token: tokenOf(feed?.url), second: sessions[1]!, third: sessions[2]! };
}

/** What another program reads in a file, by meeting. */
function read(file: string | null | undefined) {
  const calendar = new ICAL.Component(ICAL.parse(String(file)));
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      sequence: event.sequence,
      starts: event.startDate.toJSDate().toISOString(),
      ends: event.endDate.toJSDate().toISOString(),
      summary: event.summary,
      cancelled: component.getFirstPropertyValue("status") === "CANCELLED",
    };
  });
}

test("a participant's calendar has every meeting of the page, at its instant, and says nothing of the group", async () => {
  const { memberId, token } = await aGroup();
  const file = await findFeed(token, monday);
  const page = await loadMyPlace(reader, memberId, monday);
  expect(read(file).map(({ starts, ends }) => [starts, ends])).toEqual(
    page?.sessions.map(({ startsAt, endsAt }) => [
      new Date(startsAt.epochMilliseconds).toISOString(),
      new Date(endsAt.epochMilliseconds).toISOString(),
    ]),
  );
  expect(read(file)[1]?.summary).toBe("Group, 2 of 9");
  expect(file).not.toMatch(/compassion|ana|noor|Winter evenings/i);
});

test("a moved meeting keeps its UID and has a higher number, a cancelled one says so; mailed files agree", async () => {
  const { cohortId, party, token, second, third } = await aGroup();
  const actor = await sam();
  const before = read(await findFeed(token, monday));
  const startsLocal = Temporal.PlainDateTime.from("2027-01-20T19:00");
  await moveSession(actor, { sessionId: second.id, startsLocal, minutes: 120 }, monday);
  await cancelSession(actor, { sessionId: third.id, reason: "Sam is away." }, monday);
  const after = read(await findFeed(token, monday));
  expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
  const named = (id: string) => (one: { uid: string }) => one.uid.startsWith(`session-${id}@`);
  expect(after.find(named(second.id))).toMatchObject({
    starts: "2027-01-21T00:00:00.000Z",
    sequence: 1,
    summary: "Group, 2 of 8",
    cancelled: false,
  });
  expect(after.find(named(third.id))).toMatchObject({ sequence: 1, summary: "Group", cancelled: true });
  expect(after.filter(({ sequence }) => sequence > 0)).toHaveLength(2);

  const letter = await db.message.findFirstOrThrow({
    where: {
      template: "dates-changed",
      state: "queued",
      props: { path: ["enrollmentId"], equals: party.id },
    },
  });
  const mailed = (await attachmentsOf(letter)).flatMap((file) =>
    "content" in file ? read(file.content) : [],
  );
  expect(mailed.toSorted(byUid)).toEqual(after.toSorted(byUid));
  // Another room is news to a calendar, another number of chairs is not.
  await db.cohort.update({ where: { id: cohortId }, data: { place: "First floor" } });
  await db.cohort.update({ where: { id: cohortId }, data: { capacity: 18 } });
  expect(read(await findFeed(token, monday)).find(named(second.id))?.sequence).toBe(2);
});

test("a cancelled cohort is taken out of the calendars: by the address, and by a file in the letter", async () => {
  const { cohortId, party, token } = await aGroup();
  await cancelCohort(await sam(), cohortId, "Too few came.", monday);
  const meetings = read(await findFeed(token, monday));
  expect(meetings.map(({ cancelled, sequence }) => [cancelled, sequence])).toEqual(
    meetings.map(() => [true, 1]),
  );
  const letter = await db.message.findFirstOrThrow({
    where: { template: "cohort-cancelled", props: { path: ["enrollmentId"], equals: party.id } },
  });
  const [file] = await attachmentsOf(letter);
  expect(
    file && "content" in file && [file.contentType.endsWith("method=CANCEL"), read(file.content)],
  ).toEqual([true, meetings]);
});

test("an address ends when it is replaced, and when its owner leaves", async () => {
  const { memberId, party, token } = await aGroup();
  expect((await renewMyCalendar({ ...reader, email: "noor@example.org" }, memberId)).ok).toBe(false);
  expect((await renewMyCalendar(reader, memberId)).ok).toBe(true);
  const next = tokenOf((await loadMyFeed(reader, memberId))?.url);
  expect([await findFeed(token, monday), (await findFeed(next, monday)) !== null]).toEqual([null, true]);
  expect(await loadMyFeed({ ...reader, email: "noor@example.org" }, memberId)).toBeNull();
  for (const { id } of party.members) await withdraw(member(id), party.id, monday);
  expect([await findFeed(next, monday), await loadMyFeed(reader, memberId)]).toEqual([null, null]);
  expect(await findFeed("A".repeat(43), monday)).toBeNull();
});

test("a facilitator's calendar has their own groups by name, until they have no role any more", async () => {
  const { second } = await aGroup();
  const actor = await sam();
  const token = tokenOf(await loadStaffFeed(actor));
  const meetings = read(await findFeed(token, monday));
  expect(meetings.find(({ uid }) => uid.includes(second.id))?.summary).toBe("Winter evenings, 2 of 9");
  const others = tokenOf(await loadStaffFeed(await robin()));
  expect(read(await findFeed(others, monday))).toEqual([]);
  await renewStaffCalendar(actor);
  const next = tokenOf(await loadStaffFeed(actor));
  expect([await findFeed(token, monday), (await findFeed(next, monday)) !== null]).toEqual([null, true]);
  await removeStaff(await alex(), actor.userId);
  expect(await findFeed(next, monday)).toBeNull();
});

function byUid(one: { uid: string }, other: { uid: string }) {
  return one.uid < other.uid ? -1 : 1;
}
