import { expect, test } from "vitest";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { setThreadState } from "#lib/mail/set-thread-state.ts";
import { aCohort, alex, aParty, monday } from "#lib/testing/cast.ts";
import { aMail, fixture } from "#lib/testing/incoming.ts";
import { readMessage } from "./read-message.ts";
import { receiveMessage } from "./receive.ts";

/** A message that came and was read, with its thread as it is then. */
async function arrive(raw: Buffer, at = now()) {
  const { messageId } = await receiveMessage(raw, at);
  await readMessage(messageId, at);
  return db.message.findUniqueOrThrow({
    where: { id: messageId },
    include: {
      thread: { include: { inquiry: true, messages: { orderBy: [{ createdAt: "asc" }, { id: "asc" }] } } },
    },
  });
}

const answersTo = (address: string) => db.message.count({ where: { template: "acknowledgement", address } });

/** Somebody nobody has heard of yet, so that each test has a day of its own. */
function somebody(name: string) {
  const email = `${name.toLowerCase()}.${crypto.randomUUID().slice(0, 8)}@example.org`;
  return { email, from: { From: `${name} <${email}>` } };
}

test("a couple's message becomes an inquiry, and is answered once", async () => {
  const message = await arrive(fixture("couple-in-copy"));
  expect([message.state, message.address, message.name, message.subject]).toEqual([
    "read",
    "margo.do@example.org",
    "Marguerite Delacroix-Owens",
    "Two spots in the next MSC group?",
  ]);
  const { inquiry, messages, state, subject } = message.thread!;
  expect([state, subject]).toEqual(["new", "Two spots in the next MSC group?"]);
  expect(inquiry).toMatchObject({
    state: "open",
    address: "margo.do@example.org",
    people: [
      { name: "Marguerite Delacroix-Owens", email: "margo.do@example.org" },
      { name: "Ines Delacroix-Owens", email: "ines.do@example.org" },
    ],
  });
  expect(
    messages.slice(1).map(({ template, address, props, inReplyTo }) => [template, address, props, inReplyTo]),
  ).toEqual([["acknowledgement", "margo.do@example.org", { inquiryId: inquiry!.id }, message.messageId]]);
  expect(await answersTo("ines.do@example.org")).toBe(0);
  const events = await db.auditEvent.findMany({
    where: { subjectId: { in: [message.id, inquiry!.id] } },
    orderBy: { id: "asc" },
    select: { actorKind: true, action: true },
  });
  expect(events.map(({ actorKind, action }) => `${actorKind} ${action}`)).toEqual([
    "mail message.received",
    "mail message.read",
    "mail inquiry.opened",
  ]);
});

test("read twice, and twice at once, it is answered once", async () => {
  const ana = somebody("Ana");
  const { messageId } = await receiveMessage(aMail(ana.from));
  await Promise.all([readMessage(messageId), readMessage(messageId), readMessage(messageId)]);
  await readMessage(messageId);
  expect(await answersTo(ana.email)).toBe(1);
  expect(await db.inquiry.count({ where: { address: ana.email } })).toBe(1);
});

test("stopped halfway, nothing has happened, and the next try does it all", async () => {
  const ana = somebody("Ana");
  const { messageId } = await receiveMessage(aMail(ana.from));
  // The acknowledgement is the last thing written.
  await db.$executeRaw`ALTER TABLE "Message" ADD CONSTRAINT "stop" CHECK ("template" IS DISTINCT FROM 'acknowledgement') NOT VALID`;
  await expect(readMessage(messageId)).rejects.toThrow();
  await db.$executeRaw`ALTER TABLE "Message" DROP CONSTRAINT "stop"`;
  expect(
    await db.message.findUnique({ where: { id: messageId }, select: { state: true, threadId: true } }),
  ).toEqual({
    state: "received",
    threadId: null,
  });
  expect(await db.inquiry.count({ where: { address: ana.email } })).toBe(0);
  await readMessage(messageId);
  expect(await answersTo(ana.email)).toBe(1);
});

test("automatic mail is filed as done, with why, and not answered", async () => {
  const { state, automatic, thread } = await arrive(fixture("newsletter"));
  expect([state, automatic]).toEqual(["filed", "It went to a mailing list."]);
  expect([thread?.state, thread?.inquiry, thread?.messages.length]).toEqual(["done", null, 1]);
});

test("an automatic reply stands in the thread that it answers, and wakes nobody", async () => {
  const ana = somebody("Ana");
  const first = await arrive(aMail(ana.from));
  await setThreadState(await alex(), { threadId: first.threadId!, state: "done" });
  const answer = first.thread!.messages[1]!;
  const away = await arrive(
    aMail({ ...ana.from, "In-Reply-To": `<${answer.messageId}>`, "Auto-Submitted": "auto-replied" }),
  );
  expect([away.threadId, away.thread?.state, away.thread?.messages.length]).toEqual([
    first.threadId,
    "done",
    3,
  ]);
});

test("what can't be read is kept, and waits for a person", async () => {
  const raw = Buffer.from("\r\n\r\nHello?");
  const { state, error, thread, raw: kept } = await arrive(raw);
  expect([state, error]).toEqual([
    "unreadable",
    "This message doesn't say who sent it. Its original is kept.",
  ]);
  expect([thread?.state, thread?.inquiry]).toEqual(["new", null]);
  expect(Buffer.from(kept!)).toEqual(raw);
});

test("a reply joins its thread, which needs us again, and adds who it names", async () => {
  const ana = somebody("Ana");
  const first = await arrive(aMail(ana.from, "I would like to join, on Tuesdays."));
  await setThreadState(await alex(), { threadId: first.threadId!, state: "done" });
  const reply = await arrive(
    aMail(
      { ...ana.from, Subject: "Re: something else", References: `<${first.thread!.messages[1]!.messageId}>` },
      "My partner Noor (noor@example.org) would like to join too, or Thursdays.",
    ),
  );
  expect(reply.threadId).toBe(first.threadId);
  expect([reply.thread?.state, reply.thread?.messages.length]).toEqual(["needsUs", 3]);
  expect(reply.thread?.inquiry).toMatchObject({
    people: [
      { name: "Ana", email: ana.email },
      { name: "Noor", email: "noor@example.org" },
    ],
    mentions: "tuesday group, tuesdays, thursdays",
  });
  expect(await answersTo(ana.email)).toBe(1);
});

test("somebody whom the first message named may reply to it", async () => {
  const [ana, noor] = [somebody("Ana"), somebody("Noor")];
  const first = await arrive(aMail({ ...ana.from, Cc: noor.email, "Message-ID": `<${ana.email}>` }));
  const reply = await arrive(aMail({ ...noor.from, "In-Reply-To": `<${ana.email}>` }));
  expect(reply.threadId).toBe(first.threadId);
});

test("a stranger who knows a Message-ID gets a thread of their own", async () => {
  const [ana, kim] = [somebody("Ana"), somebody("Kim")];
  const first = await arrive(aMail(ana.from));
  const answer = first.thread!.messages[1]!;
  const reply = await arrive(
    aMail({ ...kim.from, Subject: `Re: ${first.subject}`, "In-Reply-To": `<${answer.messageId}>` }),
  );
  expect(reply.threadId).not.toBe(first.threadId);
  expect(reply.thread?.messages.map(({ address }) => address)).toEqual([kim.email, kim.email]);
  expect(await db.message.count({ where: { threadId: first.threadId } })).toBe(2);
});

test("a like subject joins nothing, not even from the same person", async () => {
  const ana = somebody("Ana");
  const first = await arrive(aMail(ana.from));
  const second = await arrive(aMail({ ...ana.from, Subject: `Re: ${first.subject}` }));
  expect(second.threadId).not.toBe(first.threadId);
});

test("one address gets one acknowledgement a day, whatever it writes, even at once", async () => {
  const ana = somebody("Ana");
  const received = await Promise.all([1, 2, 3].map(() => receiveMessage(aMail(ana.from))));
  await Promise.all(received.map(({ messageId }) => readMessage(messageId)));
  expect(await answersTo(ana.email)).toBe(1);
  expect(await db.inquiry.count({ where: { address: ana.email } })).toBe(3);
  await arrive(aMail(ana.from), now().add({ hours: 25 }));
  expect(await answersTo(ana.email)).toBe(2);
});

test("a partner's answer to a letter about their place opens a thread with that letter, and no inquiry", async () => {
  const party = await aParty(await aCohort(), ["Ana", "Noor"], monday);
  const letter = await db.message.findFirstOrThrow({
    where: { template: "please-confirm", address: "ana@example.org" },
  });
  const reply = await arrive(
    aMail({ From: "Noor <noor@example.org>", "In-Reply-To": `<${letter.messageId}>` }),
  );
  expect(reply.thread?.messages.map(({ id }) => id).sort()).toEqual([letter.id, reply.id].sort());
  expect([reply.thread?.state, reply.thread?.inquiry]).toEqual(["new", null]);
  expect(await db.enrollment.findUnique({ where: { id: party.id }, select: { state: true } })).toEqual({
    state: "held",
  });
});
