import { expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { monday } from "#lib/testing/cast.ts";
import { aMail, fixture } from "#lib/testing/incoming.ts";
import { storeIncoming } from "./store-incoming.ts";

const store = (raw: Buffer) => inTransaction((tx) => storeIncoming(tx, raw, monday));

test("the bytes are kept as they came, with the job that reads them", async () => {
  const raw = fixture("html-only");
  const { messageId, isNew } = await store(raw);
  expect(isNew).toBe(true);
  const message = await db.message.findUniqueOrThrow({ where: { id: messageId } });
  expect(Buffer.from(message.raw!)).toEqual(raw);
  expect([message.direction, message.state, message.address]).toEqual([
    "incoming",
    "received",
    "squillon@corp.example.com",
  ]);
  const jobs =
    await db.$queryRaw`SELECT task_identifier FROM graphile_worker.jobs WHERE key = ${`read-message:${messageId}`}`;
  expect(jobs).toEqual([{ task_identifier: "read-message" }]);
});

test("the same message by two ways is one message", async () => {
  const first = await store(fixture("twice-by-groups"));
  const second = await store(fixture("twice-by-info"));
  expect(second).toEqual({ messageId: first.messageId, isNew: false });
});

test("line ends and blank lines at the end don't make another message of it", async () => {
  const raw = aMail();
  const first = await store(raw);
  const unix = Buffer.from(`${raw.toString().replaceAll("\r", "").trimEnd()}\n\n\n`);
  expect(await store(unix)).toEqual({ messageId: first.messageId, isNew: false });
});

test("another message under a Message-ID that is known is kept too", async () => {
  const id = { "Message-ID": "<again@example.org>" };
  const first = await store(aMail(id, "One"));
  const second = await store(aMail(id, "Two"));
  expect(second.isNew).toBe(true);
  expect(second.messageId).not.toBe(first.messageId);
});

test.each([
  ["nothing", Buffer.alloc(0)],
  ["bytes that are no text", Buffer.from([0, 255, 254, 10, 13, 0, 10, 10, 7])],
  ["a sender with a NUL in it", aMail({ From: "a\0b@example.org" })],
  ["a header without end", Buffer.from(`From: ${"x".repeat(100_000)}@example.org`)],
])("%s is kept", async (_, raw) => {
  expect((await store(raw)).isNew).toBe(true);
});
