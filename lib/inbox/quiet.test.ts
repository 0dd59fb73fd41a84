import { expect, test } from "vitest";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { sendMessage } from "#lib/mail/send.ts";
import { aMail } from "#lib/testing/incoming.ts";
import { readMessage } from "./read-message.ts";
import { receiveMessage } from "./receive.ts";

async function arrive(raw: Buffer, at = now()) {
  const { messageId } = await receiveMessage(raw, at);
  await readMessage(messageId, at);
  return db.message.findUniqueOrThrow({ where: { id: messageId }, include: { thread: true } });
}

const robot = () => `helpdesk.${crypto.randomUUID().slice(0, 8)}@example.org`;
const answers = (address: string) => db.message.count({ where: { direction: "outgoing", address } });

test("a robot that answers each answer of ours goes unanswered, and staff see why", async () => {
  const From = robot();
  const start = now();
  let reply: Record<string, string> = {};
  let last = await arrive(aMail({ From }, "First words"), start);
  for (let round = 1; round <= 4; round++) {
    const [newest] = await db.message.findMany({
      where: { direction: "outgoing", address: From },
      orderBy: { createdAt: "desc" },
      take: 1,
    });
    reply = { From, "In-Reply-To": `<${newest?.messageId}>` };
    last = await arrive(
      aMail(reply, `Thank you, your case ${round} was opened: ${"abc".repeat(round)}`),
      start.add({ seconds: round * 10 }),
    );
  }
  expect(last.thread?.quiet).toMatch(/faster than people write/);
  expect(await answers(From)).toBe(1);
  const late = await arrive(aMail(reply, "Your case was closed"), start.add({ hours: 30 }));
  expect(late.threadId).toBe(last.threadId);
  expect(await answers(From)).toBe(1);
  const events = await db.auditEvent.findMany({
    where: { action: "thread.quiet", subjectId: last.threadId },
  });
  expect(events.length).toBe(1);
});

test("a robot that begins anew each day with the same words is answered no more", async () => {
  const From = robot();
  const start = now();
  for (const day of [0, 1, 2, 3])
    await arrive(
      aMail({ From }, `Ticket ${day * 1000 + 7} was opened on day ${day}.`),
      start.add({ hours: day * 25 }),
    );
  expect(await answers(From)).toBe(2);
  const threads = await db.thread.findMany({
    where: { messages: { some: { address: From } } },
    orderBy: { lastMessageAt: "asc" },
  });
  expect(threads.map(({ quiet }) => Boolean(quiet))).toEqual([false, false, true, true]);
});

test("a person who writes three times in an hour is no robot", async () => {
  const From = robot();
  const start = now();
  const first = await arrive(aMail({ From }, "Is there room?"), start);
  const to = { From, "In-Reply-To": `<${first.messageId}>` };
  await arrive(aMail(to, "We are two."), start.add({ minutes: 5 }));
  await arrive(aMail(to, "Tuesdays would suit."), start.add({ minutes: 25 }));
  const last = await arrive(aMail(to, "Thank you"), start.add({ minutes: 40 }));
  expect([last.threadId, last.thread?.quiet]).toEqual([first.threadId, null]);
});

test("an automatic letter that was queued before its thread went quiet isn't sent", async () => {
  const From = robot();
  const { threadId } = await arrive(aMail({ From }, "Hello"));
  await db.thread.update({ where: { id: threadId! }, data: { quiet: "Another robot." } });
  const { id } = await db.message.findFirstOrThrow({ where: { direction: "outgoing", address: From } });
  await sendMessage(id);
  expect(await db.message.findUnique({ where: { id }, select: { state: true, error: true } })).toEqual({
    state: "suppressed",
    error: "Another robot.",
  });
});
