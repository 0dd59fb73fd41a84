import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { beforeEach, expect, test } from "vitest";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { joinThread } from "#lib/mail/join-thread.ts";
import { aMail } from "#lib/testing/incoming.ts";
import { readAgain } from "./read-again.ts";
import { receiveMessage } from "./receive.ts";
import { setAside } from "./set-aside.ts";

beforeEach(async () => {
  await db.inquiry.deleteMany();
  await db.message.deleteMany();
  await db.thread.deleteMany();
});

/** A message that an earlier version could not read. */
async function unreadable(raw: Buffer): Promise<{ id: string; threadId: string }> {
  const { messageId } = await receiveMessage(raw);
  await inTransaction((tx) => setAside(tx, messageId, "It could not be read.", now()));
  const { threadId } = await stored(messageId);
  return { id: messageId, threadId: threadId ?? "" };
}
const stored = (id: string) => db.message.findUniqueOrThrow({ where: { id }, include: { thread: true } });
const answers = () => db.message.count({ where: { template: "acknowledgement" } });

test("what can be read now is taken in as if it had just come, once, and its old thread is gone", async () => {
  const { id, threadId } = await unreadable(aMail());
  expect(await Promise.all([readAgain(), readAgain()])).toContain(1);
  const message = await stored(id);
  expect([message.state, message.error, message.thread?.state]).toEqual(["read", null, "new"]);
  expect(await db.inquiry.count({ where: { threadId: String(message.threadId) } })).toBe(1);
  expect(await db.thread.findUnique({ where: { id: threadId } })).toBe(null);
  expect(await answers()).toBe(1);
  expect(await readAgain()).toBe(0);
  expect(await answers()).toBe(1);
});

test("what still can't be read stays as it is, and where it is", async () => {
  const { id, threadId } = await unreadable(Buffer.from("\r\n\r\nHello?"));
  expect(await readAgain()).toBe(0);
  expect(await stored(id)).toMatchObject({ state: "unreadable", threadId, error: "It could not be read." });
});

test("what staff have gathered with other messages stays there", async () => {
  const { threadId } = await unreadable(aMail());
  const other = await unreadable(Buffer.from("\r\n\r\nHello?"));
  await inTransaction((tx) => joinThread(tx, { messageId: other.id, threadId }, now()));
  expect(await readAgain()).toBe(0);
  expect(await db.message.count({ where: { threadId, state: "unreadable" } })).toBe(2);
});

test("`npm run read-mail -- --again` says how many could be read", async () => {
  await unreadable(aMail());
  await unreadable(Buffer.from("\r\n\r\nHello?"));
  const { stdout } = await promisify(execFile)(process.execPath, ["bin/read-mail.ts", "--again"]);
  // On a slow machine it says before that it brings the database up to date.
  expect(stdout).toMatch(/(?:^|\n)1 message that could not be read is read now\.\n$/);
  expect(await db.message.count({ where: { direction: "incoming", state: "read" } })).toBe(1);
});
