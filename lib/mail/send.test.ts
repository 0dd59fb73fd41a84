import type { Socket } from "node:net";
import ICAL from "ical.js";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { db } from "#lib/db/client.ts";
import { confirm } from "#lib/enrollment/confirm.ts";
import { linkToken } from "#lib/links/token.ts";
import { aCohort, alex, aParty, member, monday } from "#lib/testing/cast.ts";
import { noteBounce } from "./note-bounce.ts";
import { resendMessage } from "./resend.ts";
import { sendMessage } from "./send.ts";

type Answer = "hang up" | { code: number; words: string };

/** How the server answers the next messages, once it has all their bytes; when there is nothing left, it accepts. */
let answers: Answer[] = [];
let arrived: ParsedMail[] = [];
let caller: Socket | undefined;
/** What happens when all of a message is there, before the server says so. */
let atTheEnd: ((mail: ParsedMail) => Promise<unknown>) | undefined;
/** What happens when a recipient is named, before any byte of a message. */
let atTheDoor: (() => Promise<Error | undefined>) | undefined;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onRcptTo(_address, _session, done) {
    if (!atTheDoor) return done();
    atTheDoor().then(done, done);
  },
  onData(stream, _session, done) {
    simpleParser(stream).then(async (mail) => {
      await atTheEnd?.(mail);
      const answer = answers.shift();
      if (typeof answer === "object") {
        return done(Object.assign(new Error(answer.words), { responseCode: answer.code }));
      }
      arrived.push(mail);
      if (answer === "hang up") return caller?.destroy();
      done();
    }, done);
  },
});
server.server.on("connection", (socket: Socket) => {
  caller = socket;
});
await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
const address = server.server.address();
process.env.SMTP_URL = `smtp://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;

beforeEach(() => {
  answers = [];
  arrived = [];
  atTheDoor = undefined;
  atTheEnd = undefined;
});
afterAll(() => new Promise<void>((closed) => server.close(closed)));

const messageOf = (enrollmentId: string, to: string, template = "please-confirm") =>
  db.message.findFirstOrThrow({
    where: { address: to, template, props: { path: ["enrollmentId"], equals: enrollmentId } },
  });
const stateOf = async (id: string) => {
  const { state, attempts, error } = await db.message.findUniqueOrThrow({ where: { id } });
  return { state, attempts, error };
};

describe("a message", () => {
  test("goes out once, in html and text, and keeps no secret and nothing of the others", async () => {
    const party = await aParty(await aCohort());
    const { id, messageId } = await messageOf(party.id, "noor@example.org");
    await sendMessage(id);
    await sendMessage(id);
    expect(arrived.length).toBe(1);
    const [mail] = arrived;
    expect(mail?.messageId).toBe(`<${messageId}>`);
    expect(mail?.from?.text).toBe('"Willow Street Psychotherapy" <groups@clinic.example.org>');
    expect(mail?.subject).toBe("Please say yes for yourself");
    const secret = linkToken("member", party.members[1]!.id, 1);
    for (const part of [mail?.text, (mail?.html || "").replaceAll("<!-- -->", "")]) {
      expect(part).toContain("Hello Noor,");
      expect(part).toContain("Ana has asked for a place for you");
      expect(part).toContain(`https://kindroom.example/place/${secret}`);
      expect(part).toContain("Wednesday 25 November, 10:00 am, Toronto time");
      expect(part).not.toContain("ana@example.org");
      expect(part).not.toContain(linkToken("member", party.members[0]!.id, 1));
    }
    const stored = await db.message.findUniqueOrThrow({ where: { id } });
    expect([stored.state, stored.subject]).toEqual(["sent", "Please say yes for yourself"]);
    expect(stored.text).toContain("https://kindroom.example/place/…");
    expect(stored.text).not.toContain(secret);
  });

  test("speaks differently to whoever wrote the form", async () => {
    const party = await aParty(await aCohort());
    await sendMessage((await messageOf(party.id, "ana@example.org")).id);
    expect(arrived[0]?.subject).toBe("Your places are kept until Wednesday 25 November");
    expect(arrived[0]?.text).toContain("We keep your 2 places for you.");
    expect(arrived[0]?.text).not.toContain("Noor");
  });

  test("that answers another stands under it, and says that a machine wrote it", async () => {
    const { id: threadId } = await db.thread.create({
      data: { subject: "Hello", lastMessageAt: new Date(0) },
    });
    const inquiry = await db.inquiry.create({ data: { threadId, address: "kim@example.org", people: [] } });
    const { id } = await db.message.create({
      data: {
        direction: "outgoing",
        state: "queued",
        template: "acknowledgement",
        props: { inquiryId: inquiry.id },
        messageId: "our-answer@clinic.example.org",
        inReplyTo: "their-question@example.org",
        address: "kim@example.org",
        name: "Kim",
      },
    });
    await sendMessage(id);
    const [mail] = arrived;
    expect(mail?.inReplyTo).toBe("<their-question@example.org>");
    expect(mail?.references).toBe("<their-question@example.org>");
    expect(mail?.headers.get("auto-submitted")).toBe("auto-replied");
    expect(mail?.text).toContain(`https://kindroom.example/join/${linkToken("inquiry", inquiry.id, 1)}`);
  });

  test("that would no longer be true is not sent", async () => {
    const party = await aParty(await aCohort(), ["Kim"]);
    await confirm(member(party.members[0]!.id), party.id, monday);
    const { id } = await messageOf(party.id, "kim@example.org");
    await sendMessage(id);
    expect(arrived).toEqual([]);
    expect(await stateOf(id)).toEqual({
      state: "kept",
      attempts: 1,
      error: "It was no longer needed when its turn came.",
    });
  });
});

describe("when handing over fails", () => {
  test("for now, it is tried again and arrives once", async () => {
    const party = await aParty(await aCohort(), ["Kim"]);
    const { id } = await messageOf(party.id, "kim@example.org");
    answers = [{ code: 451, words: "4.7.1 Greylisted, come back later" }];
    await expect(sendMessage(id)).rejects.toThrow();
    expect(await stateOf(id)).toEqual({
      state: "queued",
      attempts: 1,
      error: "The mail server answered: 451 4.7.1 Greylisted, come back later",
    });
    await sendMessage(id);
    expect(arrived.length).toBe(1);
    expect(await stateOf(id)).toEqual({ state: "sent", attempts: 2, error: null });
  });

  test("for now, and it was the last try, an admin sees it", async () => {
    const party = await aParty(await aCohort(), ["Kim"]);
    const { id } = await messageOf(party.id, "kim@example.org");
    answers = [{ code: 451, words: "4.7.1 Greylisted, come back later" }];
    await sendMessage(id, { lastTry: true });
    expect((await stateOf(id)).state).toBe("failed");
  });

  test("for good, an admin sees the server's words and can send it again under the same Message-ID", async () => {
    const party = await aParty(await aCohort(), ["Kim"]);
    const { id, messageId } = await messageOf(party.id, "kim@example.org");
    answers = [{ code: 550, words: "5.1.1 No such mailbox" }];
    await sendMessage(id);
    expect(await stateOf(id)).toEqual({
      state: "failed",
      attempts: 1,
      error: "The mail server answered: 550 5.1.1 No such mailbox",
    });
    const admin = await alex();
    expect(await resendMessage(admin, id)).toEqual({ ok: true, value: undefined });
    expect(await resendMessage(admin, id)).toEqual({ ok: false, reason: "not_waiting" });
    await sendMessage(id);
    expect(arrived.map((mail) => mail.messageId)).toEqual([`<${messageId}>`]);
    const events = await db.auditEvent.findMany({
      where: { subjectId: id },
      select: { action: true, actorId: true },
    });
    expect(events).toEqual([{ action: "message.resent", actorId: admin.userId }]);
  });

  test("a mailbox refused at the door is refused: nothing was handed over, and it is not said to be", async () => {
    const party = await aParty(await aCohort(), ["Kim"]);
    const { id } = await messageOf(party.id, "kim@example.org");
    let stateAtTheDoor = "";
    atTheDoor = async () => {
      const early = () => expect(stateOf(id)).resolves.toMatchObject({ state: "sending" });
      await vi.waitFor(early, 600).catch(() => {});
      stateAtTheDoor = (await stateOf(id)).state;
      return Object.assign(new Error("No such mailbox here"), { responseCode: 550 });
    };
    await sendMessage(id);
    expect(stateAtTheDoor).toBe("queued");
    expect(await stateOf(id)).toEqual({
      state: "failed",
      attempts: 1,
      error: "The mail server answered: 550 No such mailbox here",
    });
  });

  test("after the last byte and before an answer, it is not sent twice", async () => {
    const party = await aParty(await aCohort(), ["Kim"]);
    const { id } = await messageOf(party.id, "kim@example.org");
    answers = ["hang up"];
    await sendMessage(id);
    await sendMessage(id);
    expect(arrived.length).toBe(1);
    expect(await stateOf(id)).toEqual({
      state: "failed",
      attempts: 1,
      error: "The connection broke while handing this over; it may have arrived.",
    });
  });

  test("because the process stopped between handing over and noting it, it is not sent twice", async () => {
    const party = await aParty(await aCohort(), ["Kim"]);
    const { id } = await messageOf(party.id, "kim@example.org");
    await db.message.update({
      where: { id },
      data: { state: "sending", handedAt: new Date(0), attempts: 1 },
    });
    await sendMessage(id);
    expect(arrived).toEqual([]);
    expect(await stateOf(id)).toEqual({
      state: "failed",
      attempts: 1,
      error: "The server stopped while handing this over; it may have arrived.",
    });
  });

  test("it came back before the server's answer was here, and an admin sees that it did", async () => {
    const party = await aParty(await aCohort(), ["Kim"]);
    const { id, messageId } = await messageOf(party.id, "kim@example.org");
    atTheEnd = () =>
      noteBounce(db, {
        messageId: messageId ?? "",
        recipient: "kim@example.org",
        permanent: true,
        words: "No such mailbox",
      });
    await sendMessage(id);
    expect(await stateOf(id)).toMatchObject({ state: "bounced", error: "It came back: No such mailbox" });
    await db.suppression.deleteMany();
  });

  test("two jobs that send it at once deliver it once", async () => {
    const party = await aParty(await aCohort(), ["Kim"]);
    const { id } = await messageOf(party.id, "kim@example.org");
    await Promise.all([sendMessage(id), sendMessage(id)]);
    expect(arrived.length).toBe(1);
    expect((await stateOf(id)).state).toBe("sent");
  });
});

test("the calendar file holds every session at its own instant, across the change of clocks", async () => {
  const cohortId = await aCohort({
    firstOn: Temporal.PlainDate.from("2027-02-23"),
    joinUrl: "https://meet.example.org/room",
  });
  const party = await aParty(cohortId, ["Kim"]);
  await confirm(member(party.members[0]!.id), party.id, monday);
  await sendMessage((await messageOf(party.id, "kim@example.org", "enrolled")).id);
  const [file] = arrived[0]?.attachments ?? [];
  expect(file?.filename).toBe("sessions.ics");
  expect(file?.contentType).toBe("text/calendar");
  const calendar = new ICAL.Component(ICAL.parse(file?.content.toString() ?? ""));
  expect(calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
  const events = calendar.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
  const sessions = await db.session.findMany({ where: { cohortId }, orderBy: { position: "asc" } });
  expect(
    events.map(({ uid, startDate, endDate }) => [uid, startDate.toJSDate(), endDate.toJSDate()]),
  ).toEqual(
    sessions.map(({ id, startsAt, endsAt }) => [`session-${id}@clinic.example.org`, startsAt, endsAt]),
  );
  const evenings = sessions
    .filter(({ kind }) => kind === "weekly")
    .map(({ startsAt }) => startsAt.toISOString());
  expect(evenings).toContain("2027-03-09T23:30:00.000Z");
  expect(evenings).toContain("2027-03-16T22:30:00.000Z");
  expect(
    events.every(({ sequence, location }) => sequence === 0 && location === "Willow Street, second floor"),
  ).toBe(true);
  expect(arrived[0]?.text).toContain("https://meet.example.org/room");
  expect(arrived[0]?.text).toContain("Tuesday 16 March 2027, 6:30 pm");
});
