import { beforeAll, describe, expect, test } from "vitest";
import { excuse } from "#lib/attendance/excuse.ts";
import { mark } from "#lib/attendance/mark.ts";
import type { Participant } from "#lib/audit/actor.ts";
import type { SignedIn } from "#lib/auth/signed-in.ts";
import { dateOf, instantOf } from "#lib/clock/convert.ts";
import { db } from "#lib/db/client.ts";
import { confirm } from "#lib/enrollment/confirm.ts";
import { withdraw } from "#lib/enrollment/withdraw.ts";
import { detach, release, takeBack } from "#lib/library/release.ts";
import { aCohort, alex, aParty, member, monday, robin, sam } from "#lib/testing/cast.ts";
import { countQueries } from "#lib/testing/queries.ts";
import { aReleasedRecording } from "#lib/testing/releases.ts";
import { findFile } from "./find-file.ts";
import { loadMyCalendar, loadMyMaterial, loadMyPlace, loadMyPlaces } from "./my-queries.ts";
import { loadStillSeen } from "./still-seen.ts";

const minute = { minutes: 1 };

/** Somebody signed in with an address. */
const signedInAs = (email: string): Participant => ({
  kind: "participant",
  userId: crypto.randomUUID(),
  email,
});
const ana = signedInAs("ana@example.org");
const noor = signedInAs("NOOR@example.org");
const kim = signedInAs("kim@example.org");

const asUser = ({ userId, email }: Participant): SignedIn => ({ id: userId, email, name: "", role: null });

/** A party whose members have all said yes. */
async function anEnrolledParty(cohortId: string, names?: string[], email?: string) {
  const party = await aParty(cohortId, names);
  if (email)
    await db.person.updateMany({
      where: { id: { in: party.members.map(({ personId }) => personId) } },
      data: { email },
    });
  for (const { id } of party.members) await confirm(member(id), party.id, monday);
  return party;
}

/** The file by the link on the material's own page, made and followed at a time. */
async function fetched(actor: Participant, materialId: string, at: Temporal.Instant) {
  const material = await loadMyMaterial(actor, materialId, at);
  return findFile(asUser(actor), materialId, queryOf(material?.file?.link.url), at);
}

const queryOf = (url = "") => new URL(url, "https://kindroom.example").searchParams;
const noLink = new URLSearchParams();

async function sessionsOf(cohortId: string) {
  const sessions = await db.session.findMany({ where: { cohortId }, orderBy: { position: "asc" } });
  return sessions.map(({ id, startsAt, endsAt }) => ({
    id,
    startsAt: instantOf(startsAt),
    endsAt: instantOf(endsAt),
  }));
}

/** Ids of the materials that somebody sees on their page. */
async function seen(actor: Participant, memberId: string, at: Temporal.Instant) {
  const place = await loadMyPlace(actor, memberId, at);
  return place?.sessions.flatMap(({ materials }) => materials.map(({ id }) => id));
}

describe("partners", () => {
  let cohortId: string;
  let party: Awaited<ReturnType<typeof anEnrolledParty>>;
  let first: Awaited<ReturnType<typeof sessionsOf>>[number];
  let recording: Awaited<ReturnType<typeof aReleasedRecording>>;
  const idOf = (index: number) => party.members[index]!.id;

  beforeAll(async () => {
    cohortId = await aCohort({ joinUrl: "https://meet.example.org/room" });
    party = await anEnrolledParty(cohortId);
    first = (await sessionsOf(cohortId))[0]!;
    recording = await aReleasedRecording(first.id);
    await mark(
      await sam(),
      { sessionId: first.id, personId: party.members[0]!.personId, status: "absent", note: "a private note" },
      first.endsAt,
    );
  });

  test("each find their own place, and no other", async () => {
    expect(await loadMyPlaces(ana)).toEqual([
      { memberId: idOf(0), name: "Ana", state: "confirmed", title: "Winter evenings" },
    ]);
    expect(await loadMyPlaces(noor)).toEqual([
      { memberId: idOf(1), name: "Noor", state: "confirmed", title: "Winter evenings" },
    ]);
    expect((await loadMyPlace(ana, idOf(0), monday))?.name).toBe("Ana");
    expect(await loadMyPlace(ana, idOf(1), monday)).toBe(null);
    expect(await loadMyPlace(noor, idOf(0), monday)).toBe(null);
  });

  test("never see each other's marks, and nobody sees a note", async () => {
    const [anas, noors] = [
      await loadMyPlace(ana, idOf(0), first.endsAt),
      await loadMyPlace(noor, idOf(1), first.endsAt),
    ];
    expect(anas?.sessions.map(({ wasAway }) => wasAway)).toEqual([true, ...Array(8).fill(false)]);
    expect(noors?.sessions.map(({ wasAway }) => wasAway)).toEqual(Array(9).fill(false));
    expect(JSON.stringify([anas, noors])).not.toContain("private note");
    expect(JSON.stringify(noors)).not.toContain("Ana");
  });

  test("see the same materials", async () => {
    expect(await seen(ana, idOf(0), first.endsAt)).toEqual([recording.id]);
    expect(await seen(noor, idOf(1), first.endsAt)).toEqual([recording.id]);
    expect((await loadMyMaterial(noor, recording.id, first.endsAt))?.reader).toEqual({
      memberId: idOf(1),
      name: "Noor",
    });
  });

  test("a stranger finds nothing", async () => {
    expect(await loadMyPlaces(kim)).toEqual([]);
    expect(await loadMyPlace(kim, idOf(0), first.endsAt)).toBe(null);
    expect(await loadMyMaterial(kim, recording.id, first.endsAt)).toBe(null);
    expect(await loadMyCalendar(kim, idOf(0), first.endsAt)).toBe(null);
    expect(await findFile(asUser(kim), recording.id, noLink, first.endsAt)).toBe(null);
    expect(await loadMyPlace(ana, "nonsense", monday)).toBe(null);
  });

  test("somebody in another group finds nothing of this one", async () => {
    const { members } = await anEnrolledParty(await aCohort(), ["Tomas"]);
    const tomas = signedInAs("tomas@example.org");
    expect(await seen(tomas, members[0]!.id, first.endsAt)).toEqual([]);
    expect(await loadMyMaterial(tomas, recording.id, first.endsAt)).toBe(null);
    expect(await findFile(asUser(tomas), recording.id, noLink, first.endsAt)).toBe(null);
  });

  test("a file opens for who takes part once it can be seen, and for the cohort's staff before", async () => {
    const before = first.endsAt.subtract(minute);
    const staff = async (who: typeof sam) => {
      const { userId, ...user } = await who();
      return findFile({ id: userId, ...user }, recording.id, noLink, before);
    };
    expect(await findFile(asUser(ana), recording.id, noLink, before)).toBe(null);
    expect(await fetched(ana, recording.id, first.endsAt)).toEqual(recording.file);
    expect(await staff(sam)).toEqual(recording.file);
    expect(await staff(alex)).toEqual(recording.file);
    expect(await staff(robin)).toBe(null);
  });

  test("a link is one member's own, lasts minutes, and is worth nothing once the material is taken back", async () => {
    const { until, url } = (await loadMyMaterial(ana, recording.id, first.endsAt))!.file!.link;
    const follow = (actor: Participant, at: Temporal.Instant, link = queryOf(url)) =>
      findFile(asUser(actor), recording.id, link, at);
    expect(await follow(ana, until)).toEqual(recording.file);
    expect(await follow(ana, until.add({ milliseconds: 1 }))).toBe("lapsed");
    expect(await follow(ana, first.endsAt, noLink)).toBe("lapsed");
    for (const stranger of [noor, kim]) {
      expect(await follow(stranger, first.endsAt)).toBe(null);
      expect(await follow(stranger, until.add(minute))).toBe(null);
    }
    const longer = queryOf(url);
    longer.set("until", String(Number(longer.get("until")) + 60));
    const others = queryOf(url);
    others.set("for", idOf(1));
    for (const forged of [longer, others]) expect(await follow(ana, first.endsAt, forged)).toBe(null);
    expect(await follow(noor, first.endsAt, others)).toBe(null);

    await takeBack(await sam(), recording.releaseId, first.endsAt);
    expect(await follow(ana, first.endsAt)).toBe(null);
    await db.release.update({ where: { id: recording.releaseId }, data: { takenBackAt: null } });
    expect(await follow(ana, first.endsAt)).toEqual(recording.file);
  });

  test("who missed a session sees what it gave too, later or not at all, and a partner learns nothing of it", async () => {
    const later = await aReleasedRecording(first.id, { forMissed: "later", missedOffsetMinutes: 60 });
    const never = await aReleasedRecording(first.id, { forMissed: "never" });
    const [anas, noors] = [idOf(0), idOf(1)];
    const hour = first.endsAt.add({ hours: 1 });
    expect(await seen(ana, anas, first.endsAt)).toEqual([recording.id]);
    expect(await seen(ana, anas, hour.subtract({ milliseconds: 1 }))).toEqual([recording.id]);
    expect(await seen(ana, anas, hour)).toEqual([recording.id, later.id]);
    expect(await seen(noor, noors, first.endsAt)).toEqual([recording.id, later.id, never.id]);
    expect(await loadMyMaterial(ana, never.id, hour)).toBe(null);
    expect((await loadMyMaterial(noor, never.id, hour))?.title).toBe("Practice");
    expect(await fetched(ana, later.id, hour)).toEqual(later.file);
    for (const { releaseId } of [later, never]) await detach(await sam(), releaseId);
  });

  test("a facilitator who takes part in a colleague's group is a participant there", async () => {
    await anEnrolledParty(cohortId, ["Robin"], "robin@willowstreet.example");
    const { userId, ...user } = await robin();
    const material = await loadMyMaterial(signedInAs(user.email), recording.id, first.endsAt);
    const link = queryOf(material?.file?.link.url);
    const before = first.endsAt.subtract(minute);
    expect(await findFile({ id: userId, ...user }, recording.id, link, before)).toBe(null);
    expect(await findFile({ id: userId, ...user }, recording.id, link, first.endsAt)).toEqual(recording.file);
  });

  test("the calendar has all nine sessions and says nothing about the group", async () => {
    const calendar = await loadMyCalendar(ana, idOf(0), monday);
    expect(calendar?.match(/BEGIN:VEVENT/g)).toHaveLength(9);
    expect(calendar).not.toMatch(/Winter evenings|compassion/i);
    expect(await loadMyCalendar(ana, idOf(1), monday)).toBe(null);
  });
});

test("who share a mailbox each have a place, and it tells neither whether the other came", async () => {
  const cohortId = await aCohort();
  const { members } = await anEnrolledParty(cohortId, ["Mika", "Dov"], "us@example.org");
  const [session] = await sessionsOf(cohortId);
  await mark(
    await sam(),
    { sessionId: session!.id, personId: members[0]!.personId, status: "absent" },
    session!.endsAt,
  );
  const us = signedInAs("us@example.org");
  expect((await loadMyPlaces(us)).map(({ name }) => name).sort()).toEqual(["Dov", "Mika"]);
  for (const { id } of members) {
    const place = await loadMyPlace(us, id, session!.endsAt);
    expect(place?.sessions.filter(({ wasAway }) => wasAway)).toEqual([]);
  }
  const recording = await aReleasedRecording(session!.id, { forMissed: "never" });
  expect((await loadMyMaterial(us, recording.id, session!.endsAt))?.reader).toBe(null);
  for (const { id } of members) expect(await seen(us, id, session!.endsAt)).toEqual([recording.id]);
});

test("who waits, holds, has withdrawn or was only invited gets no materials and no link to the meeting", async () => {
  const cohortId = await aCohort({ capacity: 2, joinUrl: "https://meet.example.org/room" });
  const [session] = await sessionsOf(cohortId);
  const { id, releaseId } = await aReleasedRecording(session!.id, { rule: "byHand" });
  await release(await sam(), releaseId, monday);
  const nothing = async (name: string, memberId: string) => {
    const actor = signedInAs(`${name}@example.org`);
    expect((await seen(actor, memberId, monday)) ?? []).toEqual([]);
    const during = session!.startsAt.add(minute);
    expect(JSON.stringify(await loadMyPlace(actor, memberId, during)) ?? "").not.toContain(
      "meet.example.org",
    );
    expect(await loadMyMaterial(actor, id, monday)).toBe(null);
    expect(await loadMyCalendar(actor, memberId, monday)).toBe(null);
    expect(await findFile(asUser(actor), id, noLink, monday)).toBe(null);
  };

  const couple = await aParty(cohortId, ["Lena", "Omar"]);
  const [lena, omar] = couple.members;
  await confirm(member(lena!.id), couple.id, monday);
  expect((await loadMyPlace(signedInAs("lena@example.org"), lena!.id, monday))?.state).toBe("held");
  await nothing("lena", lena!.id);
  await nothing("omar", omar!.id);

  const waiting = await aParty(cohortId, ["Jun"]);
  await confirm(member(waiting.members[0]!.id), waiting.id, monday);
  expect((await loadMyPlace(signedInAs("jun@example.org"), waiting.members[0]!.id, monday))?.state).toBe(
    "waitlisted",
  );
  await nothing("jun", waiting.members[0]!.id);

  await confirm(member(omar!.id), couple.id, monday);
  expect(await seen(signedInAs("lena@example.org"), lena!.id, monday)).toEqual([id]);
  await withdraw(member(lena!.id), couple.id, monday);
  await nothing("lena", lena!.id);
  expect(await seen(signedInAs("omar@example.org"), omar!.id, monday)).toEqual([id]);
});

test("a material appears exactly when its session ends, and goes with a session that is moved", async () => {
  const cohortId = await aCohort();
  const { members } = await anEnrolledParty(cohortId, ["Iris"]);
  const iris = signedInAs("iris@example.org");
  const [session] = await sessionsOf(cohortId);
  const { id, startsAt, endsAt } = session!;
  const recording = await aReleasedRecording(id);
  const justBefore = endsAt.subtract({ milliseconds: 1 });
  expect(await seen(iris, members[0]!.id, justBefore)).toEqual([]);
  expect(await loadMyMaterial(iris, recording.id, justBefore)).toBe(null);
  expect(await seen(iris, members[0]!.id, endsAt)).toEqual([recording.id]);
  expect((await loadMyMaterial(iris, recording.id, endsAt))?.title).toBe("Practice");

  const day = { hours: 24 };
  await db.session.update({
    where: { id },
    data: { startsAt: dateOf(startsAt.add(day)), endsAt: dateOf(endsAt.add(day)) },
  });
  expect(await seen(iris, members[0]!.id, endsAt)).toEqual([]);
  expect(await findFile(asUser(iris), recording.id, noLink, endsAt)).toBe(null);
  expect(await seen(iris, members[0]!.id, endsAt.add(day))).toEqual([recording.id]);
});

test("as many queries for a full place as for an empty one", async () => {
  const cohortId = await aCohort();
  const { members } = await anEnrolledParty(cohortId, ["Ada", "Bo", "Cy"]);
  const ada = signedInAs("ada@example.org");
  const sessions = await sessionsOf(cohortId);
  const page = () => countQueries(() => loadMyPlace(ada, members[0]!.id, sessions.at(-1)!.endsAt));
  await aReleasedRecording(sessions[0]!.id);
  await mark(await sam(), { sessionId: sessions[0]!.id, personId: members[0]!.personId, status: "absent" });
  const one = await page();
  for (const { id } of sessions) {
    await aReleasedRecording(id);
    await aReleasedRecording(id);
    await mark(await sam(), { sessionId: id, personId: members[0]!.personId, status: "late" });
  }
  expect(await page()).toBe(one);
});

test("what somebody kept and may see no more is named by its absence", async () => {
  const cohortId = await aCohort();
  await anEnrolledParty(cohortId, ["Lio"]);
  const lio = signedInAs("lio@example.org");
  const [session] = await sessionsOf(cohortId);
  const { endsAt } = session!;
  const kept = await aReleasedRecording(session!.id);
  const takenBack = await aReleasedRecording(session!.id);
  await takeBack(await sam(), takenBack.releaseId);
  const [others] = await sessionsOf(await aCohort());
  const elsewhere = await aReleasedRecording(others!.id);
  const ids = [kept.id, takenBack.id, elsewhere.id, "nonsense"];
  expect(await loadStillSeen(lio, ids, endsAt)).toEqual([{ id: kept.id, version: 1 }]);
  expect(await loadStillSeen(lio, ids, endsAt.subtract(minute))).toEqual([]);
  expect(await loadStillSeen(kim, ids, endsAt)).toEqual([]);
});

test("the way into a meeting is given from half an hour before it until its end, and is nowhere before", async () => {
  const cohortId = await aCohort({ joinUrl: "https://meet.example.org/room" });
  const { members } = await anEnrolledParty(cohortId, ["Uma"]);
  const uma = signedInAs("uma@example.org");
  const [first] = await sessionsOf(cohortId);
  const { startsAt, endsAt } = first!;
  const placeAt = (at: Temporal.Instant) => loadMyPlace(uma, members[0]!.id, at);
  const isOpen = async (at: Temporal.Instant) => {
    const place = await placeAt(at);
    const urls = place?.sessions.map(({ join }) => join?.url ?? null) ?? [];
    expect(urls.slice(1)).toEqual(Array(8).fill(null));
    // Wherever it could stand.
    expect(JSON.stringify(place).includes("meet.example.org")).toBe(urls[0] !== null);
    return urls[0];
  };
  const from = startsAt.subtract({ minutes: 30 });
  expect(await isOpen(from.subtract({ milliseconds: 1 }))).toBe(null);
  expect(await isOpen(from)).toBe("https://meet.example.org/room");
  expect(await isOpen(endsAt.subtract({ milliseconds: 1 }))).toBe("https://meet.example.org/room");
  expect(await isOpen(endsAt)).toBe(null);
  expect((await placeAt(monday))?.sessions[0]?.join?.from).toEqual(from);
  const inPerson = await anEnrolledParty(await aCohort(), ["Pia"]);
  const pias = await loadMyPlace(signedInAs("pia@example.org"), inPerson.members[0]!.id, from);
  expect(pias?.sessions[0]?.join).toBe(null);
});

test("who says that they can't come sees it, their partner and who shares their mailbox don't", async () => {
  const cohortId = await aCohort();
  const { members } = await anEnrolledParty(cohortId, ["Ned", "Oli"]);
  const [ned, oli] = [signedInAs("ned@example.org"), signedInAs("oli@example.org")];
  const [first] = await sessionsOf(cohortId);
  const saidBy = async (actor: Participant, index: number, at = monday) =>
    (await loadMyPlace(actor, members[index]!.id, at))?.sessions[0];
  const user = await db.user.create({ data: { email: ned.email, name: "Ned" } });
  const said = await excuse(
    { ...ned, userId: user.id },
    { memberId: members[0]!.id, sessionId: first!.id },
    monday,
  );
  expect(said.ok).toBe(true);
  expect(await saidBy(ned, 0)).toMatchObject({ saidAway: true, wasAway: false });
  expect(await saidBy(ned, 0, first!.endsAt)).toMatchObject({ saidAway: false, wasAway: true });
  expect(await saidBy(oli, 1)).toMatchObject({ saidAway: false, wasAway: false });
  expect(await saidBy(oli, 1, first!.endsAt)).toMatchObject({ saidAway: false, wasAway: false });
  expect(await loadMyPlace(oli, members[0]!.id, monday)).toBe(null);
  await db.person.updateMany({
    where: { id: { in: members.map(({ personId }) => personId) } },
    data: { email: "ned@example.org" },
  });
  expect(await saidBy(ned, 0)).toMatchObject({ saidAway: false, wasAway: false });
});

test("somebody reads whether they can still complete, from the first meeting's end, and their partner's standing nowhere", async () => {
  const cohortId = await aCohort();
  const party = await anEnrolledParty(cohortId);
  const [memberId, partnersId] = party.members.map(({ id }) => id) as [string, string];
  const sessions = await sessionsOf(cohortId);
  const actor = await sam();
  const standing = async (index: number, who = ana, whose = memberId) =>
    (await loadMyPlace(who, whose, sessions[index]!.endsAt))?.completion;
  const say = (index: number, status: "present" | "absent") =>
    mark(
      actor,
      { sessionId: sessions[index]!.id, personId: party.members[0]!.personId, status },
      sessions[index]!.endsAt,
    );
  expect((await loadMyPlace(ana, memberId, sessions[0]!.startsAt))?.completion).toBeNull();
  for (const index of [0, 1]) await say(index, "absent");
  expect(await standing(1)).toEqual({ state: "can", attended: 0, needed: 7, toCome: 7 });
  expect(await standing(1, noor, partnersId)).toEqual({ state: "can", attended: 0, needed: 7, toCome: 9 });
  await say(2, "absent");
  expect(await standing(2)).toEqual({ state: "cannot", attended: 0, short: 1 });
  for (let index = 0; index < 7; index += 1) await say(index, "present");
  expect(await standing(6)).toEqual({ state: "complete", attended: 7 });
  await db.person.update({ where: { id: party.members[1]!.personId }, data: { email: ana.email } });
  expect(await standing(6)).toBeNull();
});
