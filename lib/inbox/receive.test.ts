import { readdirSync, utimesSync } from "node:fs";
import { Readable } from "node:stream";
import { beforeEach, expect, test } from "vitest";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { dropOrphans } from "#lib/files/drop-orphans.ts";
import { pathOf } from "#lib/files/folder.ts";
import { openRaw } from "#lib/mail/open-raw.ts";
import { aMail } from "#lib/testing/incoming.ts";
import { receiveMessage } from "./receive.ts";

beforeEach(async () => {
  await db.message.deleteMany();
  await db.file.deleteMany();
  await dropOrphans(Temporal.Now.instant().add({ hours: 48 }));
});

const aLetter = () => aMail({}, "A line of a long letter.\r\n".repeat(20_000));
const inPieces = (raw: Buffer) => Readable.from([raw.subarray(0, 100), raw.subarray(100)]);
const files = () => readdirSync(pathOf(""));

test("a large message is kept in a file, as it came", async () => {
  const raw = aLetter();
  const { messageId, isNew } = await receiveMessage(inPieces(raw));
  expect(isNew).toBe(true);
  const kept = (await openRaw(db, messageId)) as Readable;
  expect(Buffer.concat(await kept.toArray()).equals(raw)).toBe(true);
  const { raw: inRow, rawFile } = await db.message.findUniqueOrThrow({
    where: { id: messageId },
    select: { raw: true, rawFile: { select: { key: true, bytes: true } } },
  });
  expect(inRow).toBe(null);
  expect(rawFile?.bytes).toBe(raw.length);
  expect(files()).toEqual([rawFile?.key]);
});

test("a small one in its row", async () => {
  const raw = aMail();
  const { messageId } = await receiveMessage(Readable.from([raw]));
  expect(await openRaw(db, messageId)).toEqual(raw);
  expect(await db.file.count()).toBe(0);
});

test("the same message again leaves no file behind, also when both come at once", async () => {
  const raw = aLetter();
  const received = await Promise.all([1, 2, 3].map(() => receiveMessage(inPieces(raw))));
  expect(new Set(received.map(({ messageId }) => messageId)).size).toBe(1);
  expect(received.filter(({ isNew }) => isNew).length).toBe(1);
  expect(files().length).toBe(1);
  expect(await db.file.count()).toBe(1);
});

test("what breaks off in the middle leaves nothing", async () => {
  const broken = Readable.from(
    (async function* () {
      yield aLetter();
      throw new Error("The line went dead.");
    })(),
  );
  await expect(receiveMessage(broken)).rejects.toThrow();
  expect(await db.message.count()).toBe(0);
  expect(files()).toEqual([]);
});

test("bytes whose row never came go after a day; those of a message stay", async () => {
  const { messageId } = await receiveMessage(inPieces(aLetter()));
  await db.$executeRaw`ALTER TABLE "Message" RENAME TO "Away"`;
  await expect(receiveMessage(inPieces(aLetter()))).rejects.toThrow();
  await db.$executeRaw`ALTER TABLE "Away" RENAME TO "Message"`;
  expect(files().length).toBe(2);
  expect(await dropOrphans()).toBe(0);
  const longAgo = now().subtract({ hours: 25 }).epochMilliseconds / 1000;
  for (const name of files()) utimesSync(pathOf(name), longAgo, longAgo);
  expect(await dropOrphans()).toBe(1);
  expect(await openRaw(db, messageId)).toBeInstanceOf(Readable);
});
