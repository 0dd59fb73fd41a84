import ICAL from "ical.js";
import { expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { confirm } from "#lib/enrollment/confirm.ts";
import { attachmentsOf, renderMessage } from "#lib/mail/render.ts";
import { mindfulSelfCompassion } from "#lib/programs/built-in.ts";
import { aCohort, aParty, member, monday, robin, sam } from "#lib/testing/cast.ts";
import { cancelSession } from "./cancel-session.ts";
import { describeSession } from "./describe-session.ts";
import { moveSession } from "./move-session.ts";

const at = (text: string) => Temporal.PlainDateTime.from(text);

async function aGroup() {
  const cohortId = await aCohort();
  const party = await aParty(cohortId);
  for (const { id } of party.members) await confirm(member(id), party.id, monday);
  // They wait for a yes: no letter about dates goes to them.
  await aParty(cohortId, ["Kim"]);
  const sessions = await db.session.findMany({ where: { cohortId }, orderBy: { position: "asc" } });
  return { cohortId, sessions, second: sessions[1]!, third: sessions[2]! };
}

function changed(cohortId: string) {
  return db.message.findMany({
    where: { template: "dates-changed", state: "queued", props: { path: ["cohortId"], equals: cohortId } },
    orderBy: { address: "asc" },
  });
}

const file = (method: string, files: Awaited<ReturnType<typeof attachmentsOf>>) =>
  files.flatMap((one) =>
    "content" in one && one.contentType.includes(`method=${method}`) ? [one.content] : [],
  )[0];

function events(file: string | undefined) {
  const calendar = new ICAL.Component(ICAL.parse(String(file)));
  return calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
}

test("two moved evenings and a cancelled one are one letter a person, and their calendar agrees", async () => {
  const { cohortId, sessions, second, third } = await aGroup();
  const fourth = sessions[3]!;
  const actor = await sam();
  const move = { sessionId: second.id, startsLocal: at("2027-01-20T19:00"), minutes: 120 };
  await moveSession(actor, { ...move, startsLocal: at("2027-01-21T19:00") }, monday);
  await moveSession(actor, move, monday);
  await moveSession(actor, { ...move, sessionId: third.id, startsLocal: at("2027-01-27T19:00") }, monday);
  await cancelSession(actor, { sessionId: fourth.id, reason: "Sam is away that week." }, monday);

  const letters = await changed(cohortId);
  expect(letters.map(({ address }) => address)).toEqual(["ana@example.org", "noor@example.org"]);
  const said = await renderMessage(letters[0]!);
  expect(said?.subject).toBe("Some dates have changed");
  expect(said?.text).toContain("Wednesday 20 January 2027, 7:00 pm to 9:00 pm");
  expect(said?.text).toContain("It was to be Tuesday 19 January 2027, 6:30 pm to 9:00 pm.");
  expect(said?.text).toContain("Does not take place.");
  expect(said?.text).toContain("Sam is away that week.");

  const files = await attachmentsOf(letters[0]!);
  const stays = events(file("PUBLISH", files));
  expect(stays).toHaveLength(sessions.length - 1);
  const moved = stays.find(({ uid }) => uid.startsWith(`session-${second.id}@`));
  expect(moved?.startDate.toJSDate().toISOString()).toBe("2027-01-21T00:00:00.000Z");
  const [gone, ...more] = events(file("CANCEL", files));
  expect([gone?.uid.startsWith(`session-${fourth.id}@`), more]).toEqual([true, []]);
});

test("a session that is back where it was is no news", async () => {
  const { cohortId, second } = await aGroup();
  const actor = await sam();
  const back = { sessionId: second.id, startsLocal: at("2027-01-19T18:30"), minutes: 150 };
  await moveSession(actor, { ...back, startsLocal: at("2027-01-20T18:30") }, monday);
  await moveSession(actor, back, monday);
  const letters = await changed(cohortId);
  expect(await Promise.all(letters.map((letter) => renderMessage(letter)))).toEqual(letters.map(() => null));
});

test("what can't be is refused, and told to nobody", async () => {
  const { cohortId, second, third } = await aGroup();
  const actor = await sam();
  const to = (when: string) => ({ sessionId: second.id, startsLocal: at(when), minutes: 150 });
  expect(await moveSession(await robin(), to("2027-01-20T18:30"), monday)).toMatchObject({
    reason: "not_yours",
  });
  expect(await moveSession(actor, to("2026-11-02T18:30"), monday)).toMatchObject({ reason: "in_the_past" });
  const thirds = String(third.startsAt.toISOString().slice(0, 10));
  expect(await moveSession(actor, to(`${thirds}T18:00`), monday)).toMatchObject({ reason: "overlaps" });
  const afterwards = Temporal.Instant.from("2027-06-01T00:00:00Z");
  expect(await moveSession(actor, to("2027-07-01T18:00"), afterwards)).toMatchObject({ reason: "over" });
  const reason = "Sam is away.";
  await cancelSession(actor, { sessionId: third.id, reason }, monday);
  expect(await cancelSession(actor, { sessionId: third.id, reason }, monday)).toMatchObject({
    reason: "cancelled",
  });
  // Its hour is free now.
  expect((await moveSession(actor, to(`${thirds}T18:00`), monday)).ok).toBe(true);
  expect((await changed(cohortId)).length).toBe(2);
});

test("what to bring and to practice comes from the program, and is the cohort's own from then on", async () => {
  const { second, cohortId } = await aGroup();
  const [, told] = mindfulSelfCompassion.sessions;
  expect([second.bring, second.practice]).toEqual([told?.bring, told?.practice]);
  const words = { sessionId: second.id, title: "Being here", bring: "A stone.", practice: "Breathe." };
  expect((await describeSession(await robin(), words)).ok).toBe(false);
  expect((await describeSession(await sam(), words)).ok).toBe(true);
  expect(await db.session.findUniqueOrThrow({ where: { id: second.id } })).toMatchObject({
    title: "Being here",
    bring: "A stone.",
    practice: "Breathe.",
  });
  const another = await aCohort();
  expect(await db.session.findFirst({ where: { cohortId: another, position: 2 } })).toMatchObject({
    title: told?.title,
    bring: told?.bring,
  });
  // It is no news that calls for a letter.
  expect(await changed(cohortId)).toEqual([]);
});
