import { expect, test } from "vitest";
import { mark } from "#lib/attendance/mark.ts";
import { db } from "#lib/db/client.ts";
import { confirm } from "#lib/enrollment/confirm.ts";
import { readMessage } from "#lib/inbox/read-message.ts";
import { receiveMessage } from "#lib/inbox/receive.ts";
import { attachMaterial } from "#lib/library/attach.ts";
import { sendMessage } from "#lib/mail/send.ts";
import { aCohort, aParty, enrollment, member, monday, robin, sam } from "#lib/testing/cast.ts";
import { aMail } from "#lib/testing/incoming.ts";
import { countQueries } from "#lib/testing/queries.ts";
import { about, aRule } from "#lib/testing/releases.ts";
import { beginnings } from "./beginnings.ts";
import { loadAnnouncement, loadWriting } from "./queries.ts";
import { type Written, writeSchema } from "./schema.ts";
import { schedule, send, sendDue } from "./send.ts";
import { discard, takeBack } from "./take-back.ts";
import { write } from "./write.ts";

/** After the first session, before the second. */
const thursday = Temporal.Instant.from("2027-01-14T15:00:00Z");

async function aGroup() {
  const cohortId = await aCohort();
  const people: Record<string, string> = {};
  for (const names of [["Ana", "Noor"], ["Kim"]]) {
    const party = await aParty(cohortId, names);
    for (const { id } of party.members) await confirm(member(id), party.id, monday);
    for (const { personId, person } of (await enrollment(party.id)).members) people[person.name] = personId;
  }
  const [first, second] = await db.session.findMany({ where: { cohortId }, orderBy: { position: "asc" } });
  return { cohortId, people, first: first!, second: second! };
}

const words = (cohortId: string, changes: Partial<Written> = {}): Written => ({
  cohortId,
  formToken: crypto.randomUUID(),
  to: "everyone",
  subject: "Before we meet",
  text: "Hello {first name},\n\nWe meet on {next session}.\n\n{from}",
  ...changes,
});

async function aDraft(input: Written) {
  const outcome = await write(await sam(), input, thursday);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value.announcementId;
}

async function lettersOf(announcementId: string) {
  const letters = await db.announcementLetter.findMany({
    where: { announcementId },
    include: { message: true },
  });
  return letters
    .map(({ message }) => ({
      address: message.address,
      name: message.name,
      ...(message.props as { text: string }),
    }))
    .toSorted((a, b) => a.address.localeCompare(b.address) || a.name.localeCompare(b.name));
}

test("everyone in the group gets an e-mail of their own, filled in for them", async () => {
  const { cohortId } = await aGroup();
  const announcementId = await aDraft(words(cohortId));
  expect(await send(await sam(), announcementId, thursday)).toEqual({ ok: true, value: undefined });
  const letters = await lettersOf(announcementId);
  expect(letters.map(({ address }) => address)).toEqual([
    "ana@example.org",
    "kim@example.org",
    "noor@example.org",
  ]);
  expect(letters[0]?.text).toBe(
    "Hello Ana,\n\nWe meet on Tuesday 19 January 2027, 6:30 pm, Toronto time.\n\nSam",
  );
  for (const { text, address } of letters) {
    await sendMessage(
      (await db.message.findFirstOrThrow({ where: { address, template: "announcement" } })).id,
    );
    const said = await db.message.findFirstOrThrow({ where: { address, template: "announcement" } });
    expect(said).toMatchObject({ state: "kept", subject: "Before we meet" });
    expect(said.text).toContain(text.split("\n")[0]);
    for (const other of letters)
      if (other.address !== address) expect(said.text).not.toContain(other.address);
  }
});

test("sent twice, at once or again by the job, nobody gets it twice", async () => {
  const { cohortId } = await aGroup();
  const input = words(cohortId);
  const actor = await sam();
  const [announcementId, again] = await Promise.all([aDraft(input), aDraft(input)]);
  expect(again).toBe(announcementId);
  await Promise.all([
    send(actor, announcementId, thursday),
    send(actor, announcementId, thursday),
    sendDue(thursday),
  ]);
  expect((await lettersOf(announcementId)).length).toBe(3);
  const letter = await db.announcementLetter.findFirstOrThrow({ where: { announcementId } });
  const other = await db.message.findFirstOrThrow({ where: { template: "enrolled" } });
  await expect(db.announcementLetter.create({ data: { ...letter, messageId: other.id } })).rejects.toThrow(
    /Unique constraint/,
  );
});

test("those who missed a session, and nobody who was there or has made it up", async () => {
  const { cohortId, people, first } = await aGroup();
  const actor = await sam();
  const marks = { Ana: "absent", Noor: "present", Kim: "excused" } as const;
  for (const [name, status] of Object.entries(marks))
    await mark(actor, { sessionId: first.id, personId: people[name]!, status });
  await mark(actor, { sessionId: first.id, personId: people.Kim!, status: "madeUp" });
  const give = (title: string, forMissed: "too" | "never") =>
    attachMaterial(actor, {
      sessionId: first.id,
      rule: aRule({ forMissed }),
      material: {
        added: { ...about, title, kind: "text", text: "A hand on the heart." },
        inLibrary: false,
      },
    });
  await give("Soothing touch", "too");
  await give("What we said that evening", "never");
  const { to, subject, text } = beginnings.missed;
  const announcementId = await aDraft(words(cohortId, { to, subject, text, sessionId: first.id }));
  await send(actor, announcementId, thursday);
  const [letter, ...others] = await lettersOf(announcementId);
  expect([letter?.address, others]).toEqual(["ana@example.org", []]);
  expect(letter?.text).toContain("“Discovering mindful self-compassion” on Tuesday 12 January");
  expect(letter?.text).toContain("· Soothing touch");
  expect(letter?.text).not.toContain("What we said");
  expect(letter?.text).toContain("https://kindroom.example/my/");
});

test("a line with a field that there is nothing for is left out", async () => {
  const { cohortId, first } = await aGroup();
  const announcementId = await aDraft(
    words(cohortId, { text: "Hello {first name},\n\n{materials}\n\nWarmly", sessionId: first.id }),
  );
  const seen = await loadAnnouncement(await sam(), { cohortId, announcementId }, thursday);
  expect(seen?.preview?.missing).toEqual(["{materials}"]);
  expect(seen?.preview?.letter?.text).toContain("Hello Ana,\n\nWarmly");
});

test("a mailbox that partners share gets nothing that is for one of them alone", async () => {
  const { cohortId, people, first } = await aGroup();
  const actor = await sam();
  await db.person.update({ where: { id: people.Noor! }, data: { email: "ana@example.org" } });
  await mark(actor, { sessionId: first.id, personId: people.Ana!, status: "absent" });
  const secret = "We missed you, Ana.";
  for (const whom of [
    { to: "missed", sessionId: first.id },
    { to: "person", personId: people.Ana! },
  ] as const) {
    const announcementId = await aDraft(words(cohortId, { ...whom, subject: secret, text: secret }));
    await send(actor, announcementId, thursday);
    const [letter] = await lettersOf(announcementId);
    expect([letter?.address, letter?.name]).toEqual(["ana@example.org", "Ana and Noor"]);
    expect(JSON.stringify(letter)).not.toContain("missed you");
    expect(letter?.text).toContain("Hello Ana and Noor,");
  }
  const announcementId = await aDraft(words(cohortId));
  await send(actor, announcementId, thursday);
  expect((await lettersOf(announcementId)).map(({ name }) => name)).toEqual(["Ana", "Noor", "Kim"]);
});

test("a scheduled one goes out at its time on the cohort's wall, to who is in the group by then", async () => {
  const { cohortId } = await aGroup();
  const actor = await sam();
  const announcementId = await aDraft(words(cohortId));
  const sendLocal = Temporal.PlainDateTime.from("2027-01-18T09:00");
  expect(
    await schedule(actor, { announcementId, sendLocal: sendLocal.subtract({ days: 7 }) }, thursday),
  ).toEqual({
    ok: false,
    reason: "in_the_past",
  });
  await schedule(actor, { announcementId, sendLocal }, thursday);
  const due = Temporal.Instant.from("2027-01-18T14:00:00Z");
  expect(await sendDue(due.subtract({ seconds: 1 }))).toBe(0);
  const late = await aParty(cohortId, ["Lou"]);
  await confirm(member(late.members[0]!.id), late.id, monday);
  expect(await sendDue(due)).toBe(1);
  expect(await sendDue(due)).toBe(0);
  expect((await lettersOf(announcementId)).map(({ address }) => address)).toContain("lou@example.org");
});

test("until it is on its way it can be changed, taken back and thrown away", async () => {
  const { cohortId } = await aGroup();
  const actor = await sam();
  const announcementId = await aDraft(words(cohortId));
  const sendLocal = Temporal.PlainDateTime.from("2027-01-18T09:00");
  await schedule(actor, { announcementId, sendLocal }, thursday);
  await write(actor, words(cohortId, { announcementId, subject: "Otherwise" }), thursday);
  expect(await sendDue(Temporal.Instant.from("2027-01-19T14:00:00Z"))).toBe(0);

  await send(actor, announcementId, thursday);
  expect((await loadAnnouncement(actor, { cohortId, announcementId }, thursday))?.canTakeBack).toBe(true);
  expect(await takeBack(actor, announcementId)).toEqual({ ok: true, value: undefined });
  expect(
    await db.message.count({
      where: {
        template: "announcement",
        state: "queued",
        props: { path: ["announcementId"], equals: announcementId },
      },
    }),
  ).toBe(0);

  await send(actor, announcementId, thursday.add({ minutes: 1 }));
  expect(await write(actor, words(cohortId, { announcementId }), thursday)).toEqual({
    ok: false,
    reason: "sent",
  });
  const { messageId } = await db.announcementLetter.findFirstOrThrow({ where: { announcementId } });
  await sendMessage(messageId);
  expect(await takeBack(actor, announcementId)).toEqual({ ok: false, reason: "letters_gone" });
  expect(await discard(actor, announcementId)).toEqual({ ok: false, reason: "sent" });
  const progress = (await loadAnnouncement(actor, { cohortId, announcementId }, thursday))?.progress;
  expect(progress).toEqual({ all: 3, sent: 0, waiting: 2, failed: 0, kept: 1 });

  const thrown = await aDraft(words(cohortId));
  await discard(actor, thrown);
  expect(await loadAnnouncement(actor, { cohortId, announcementId: thrown }, thursday)).toBe(null);
});

test("an answer to it opens a thread in the groups' mailbox, with the letter in it", async () => {
  const { cohortId, people } = await aGroup();
  const announcementId = await aDraft(words(cohortId, { to: "person", personId: people.Kim! }));
  await send(await sam(), announcementId, thursday);
  const { message } = await db.announcementLetter.findFirstOrThrow({
    where: { announcementId },
    include: { message: true },
  });
  const raw = aMail({
    From: "Kim <kim@example.org>",
    Subject: "Re: Before we meet",
    "In-Reply-To": `<${message.messageId}>`,
  });
  const { messageId } = await receiveMessage(raw, thursday);
  await readMessage(messageId, thursday);
  const answer = await db.message.findUniqueOrThrow({ where: { id: messageId } });
  const letter = await db.message.findUniqueOrThrow({ where: { id: message.id } });
  expect(answer.threadId).not.toBe(null);
  expect(letter.threadId).toBe(answer.threadId);
});

test("it is for the cohort's own facilitators, sessions and people, and for fields that there are", async () => {
  const { cohortId, people } = await aGroup();
  const other = await aCohort({ title: "Another" });
  const stranger = await robin();
  const announcementId = await aDraft(words(cohortId));
  expect(await write(stranger, words(cohortId))).toEqual({ ok: false, reason: "not_yours" });
  expect(await send(stranger, announcementId)).toEqual({ ok: false, reason: "not_yours" });
  expect(await takeBack(stranger, announcementId)).toEqual({ ok: false, reason: "not_yours" });
  expect(await loadAnnouncement(stranger, { cohortId, announcementId })).toBe(null);
  expect(await loadWriting(stranger, cohortId, {})).toBe(null);
  const actor = await sam();
  expect(await write(actor, words(other, { to: "person", personId: people.Ana! }))).toEqual({
    ok: false,
    reason: "not_in_group",
  });
  expect(await write(actor, words(cohortId, { text: "Dear {frist name}" }))).toEqual({
    ok: false,
    reason: "unknown_fields",
    fields: ["{frist name}"],
  });
  expect(writeSchema.safeParse(words(cohortId, { to: "missed" })).success).toBe(false);
});

test("the page of a person who is often away begins with kind words and their session", async () => {
  const { cohortId, people, first } = await aGroup();
  const asked = { to: people.Ana!, about: "missed", session: first.id };
  const writing = await loadWriting(await sam(), cohortId, asked, thursday);
  expect(writing?.begun).toEqual({
    to: "person",
    personId: people.Ana,
    sessionId: first.id,
    subject: beginnings.missed.subject,
    text: beginnings.missed.text,
  });
});

test("who has left since it was written is not written to", async () => {
  const { cohortId, people } = await aGroup();
  const announcementId = await aDraft(words(cohortId));
  await send(await sam(), announcementId, thursday);
  await db.member.updateMany({ where: { personId: people.Kim! }, data: { state: "left" } });
  const { messageId } = await db.announcementLetter.findFirstOrThrow({
    where: { announcementId, personId: people.Kim! },
  });
  await sendMessage(messageId);
  expect(await db.message.findUniqueOrThrow({ where: { id: messageId } })).toMatchObject({
    state: "kept",
    text: "",
  });
});

test("more messages and more people are read with as many queries", async () => {
  const actor = await sam();
  const { cohortId, first } = await aGroup();
  const announcementId = await aDraft(words(cohortId));
  const form = () => loadWriting(actor, cohortId, {}, thursday);
  const page = () => loadAnnouncement(actor, { cohortId, announcementId }, thursday);
  const before = [await countQueries(form), await countQueries(page)];
  for (const name of ["Ida", "Jo", "Lex"]) {
    const party = await aParty(cohortId, [name]);
    await confirm(member(party.members[0]!.id), party.id, monday);
    await aDraft(words(cohortId, { sessionId: first.id }));
  }
  expect([await countQueries(form), await countQueries(page)]).toEqual(before);
});
