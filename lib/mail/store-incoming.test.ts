import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { alone } from "#lib/db/alone.ts";
import { db } from "#lib/db/client.ts";
import { monday } from "#lib/testing/cast.ts";
import { aMail, fixture } from "#lib/testing/incoming.ts";
import { begin } from "./fingerprint.ts";
import { storeIncoming } from "./store-incoming.ts";
import { takeBytes } from "./take-bytes.ts";

const store = async (raw: Buffer) => storeIncoming(alone, await takeBytes(raw), monday);

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
    await db.$queryRaw`SELECT task_identifier FROM graphile_worker.jobs WHERE key = 'read-received' AND run_at <= now()`;
  expect(jobs).toEqual([{ task_identifier: "read-received" }]);
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

test.each([
  ["that have no header", Buffer.from("One"), Buffer.from("Two")],
  [
    "that nobody numbered, with all in the subject",
    Buffer.from("From: ana@example.org\r\nSubject: One\r\n\r\n"),
    Buffer.from("From: ana@example.org\r\nSubject: Two\r\n\r\n"),
  ],
])("two messages %s are two", async (_, one, two) => {
  expect((await store(one)).isNew).toBe(true);
  expect((await store(two)).isNew).toBe(true);
});

test("a sender's line without end is looked at in no time", async () => {
  const began = performance.now();
  begin(aMail({ From: "x".repeat(250_000) }));
  expect(performance.now() - began).toBeLessThan(500);
});

test("a large message is the same in pieces and at once, with either line end", async () => {
  const lines = "A line of a long letter.\r\n\r\n".repeat(20_000);
  const raw = aMail({}, lines);
  const pieces = Readable.from(
    Array.from({ length: Math.ceil(raw.length / 999) }, (_, at) => raw.subarray(at * 999, at * 999 + 999)),
  );
  const [whole, streamed, unix] = [
    await takeBytes(raw),
    await takeBytes(pieces),
    await takeBytes(Buffer.from(`${raw.toString().replaceAll("\r", "").trimEnd()}\n`)),
  ];
  expect(streamed.fingerprint).toBe(whole.fingerprint);
  expect(unix.fingerprint).toBe(whole.fingerprint);
  expect(streamed.file?.sha256).toBe(whole.file?.sha256);
});
