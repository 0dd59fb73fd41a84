import { beforeEach, expect, test } from "vitest";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { aMail } from "#lib/testing/incoming.ts";
import { countQueries } from "#lib/testing/queries.ts";
import { readReceived } from "./read-received.ts";
import { receiveMessage } from "./receive.ts";

beforeEach(async () => {
  await db.inquiry.deleteMany();
  await db.message.deleteMany();
});

const from = (name: string, headers = {}) => aMail({ From: `${name} <${name}@example.org>`, ...headers });
const receiveAll = async (messages: Buffer[]) => {
  for (const [index, raw] of messages.entries())
    await receiveMessage(raw, now().subtract({ seconds: messages.length - index }));
};
const came = () =>
  db.message.findMany({
    where: { direction: "incoming" },
    orderBy: { createdAt: "asc" },
    select: { address: true, state: true, attempts: true, threadId: true },
  });
const names = (count: number) => Array.from({ length: count }, (_, index) => `guest${index}`);

/** From now on PostgreSQL refuses to take in what comes from there. */
const refuse = (address: string) =>
  db.$executeRawUnsafe(
    `ALTER TABLE "Inquiry" ADD CONSTRAINT "refused" CHECK ("address" <> '${address}') NOT VALID`,
  );
const refuseNothing = () => db.$executeRaw`ALTER TABLE "Inquiry" DROP CONSTRAINT "refused"`;

test("all that waits is read, each message once, and ten with as many statements as two", async () => {
  await receiveAll(names(2).map((name) => from(name)));
  const few = await countQueries(readReceived);
  await receiveAll(
    names(12)
      .slice(2)
      .map((name) => from(name)),
  );
  expect(await countQueries(readReceived)).toBe(few);
  await readReceived();
  const byAddress = (await came()).toSorted((one, other) => one.address.localeCompare(other.address));
  expect(byAddress).toEqual(
    names(12)
      .toSorted()
      .map((name) => ({
        address: `${name}@example.org`,
        state: "read",
        attempts: 1,
        threadId: expect.any(String),
      })),
  );
  expect(await db.inquiry.count()).toBe(12);
  expect(await db.message.count({ where: { template: "acknowledgement" } })).toBe(12);
});

test("of more than are read together, none is taken up again while it is written down", async () => {
  await receiveAll(names(50).map((name) => from(name)));
  await readReceived();
  const all = await came();
  expect(all).toHaveLength(50);
  expect(new Set(all.map(({ state, attempts }) => `${state} ${attempts}`))).toEqual(new Set(["read 1"]));
  expect(await db.inquiry.count()).toBe(50);
});

test("a message and the reply to it that are read together stand in one thread, whichever came first", async () => {
  const first = { "Message-ID": "<first@example.org>" };
  const reply = { "Message-ID": "<reply@example.org>", "In-Reply-To": "<first@example.org>" };
  await receiveAll([from("Ana", first), from("Ana", reply)]);
  await receiveAll([
    from("Noor", { ...reply, "In-Reply-To": "<later@example.org>" }),
    from("Noor", { "Message-ID": "<later@example.org>" }),
  ]);
  await readReceived();
  const threads = (await came()).map(({ address, threadId }) => `${address} ${threadId}`);
  expect(threads.length).toBe(4);
  expect(new Set(threads).size).toBe(2);
  expect(await db.inquiry.count()).toBe(2);
});

test("messages of one sender that are read together get one answer", async () => {
  await receiveAll([from("Ana"), from("Ana"), from("Ana")]);
  await readReceived();
  expect(await db.inquiry.count()).toBe(3);
  expect(await db.message.count({ where: { template: "acknowledgement" } })).toBe(1);
});

test("one that can't be taken in hurts no other, and is taken in once it can be", async () => {
  await refuse("guest1@example.org");
  await receiveAll(names(4).map((name) => from(name)));
  await expect(readReceived()).rejects.toThrow();
  expect((await came()).map(({ state }) => state)).toEqual(["read", "received", "read", "read"]);
  await receiveAll([from("late")]);
  await expect(readReceived()).rejects.toThrow();
  expect((await came()).map(({ state }) => state)).toEqual(["read", "received", "read", "read", "read"]);
  await refuseNothing();
  await readReceived();
  expect(new Set((await came()).map(({ state }) => state))).toEqual(new Set(["read"]));
  expect(await db.message.count({ where: { template: "acknowledgement" } })).toBe(5);
});

test("one that ends every process that reads it is left to a person in the end", async () => {
  await receiveAll([from("Ana")]);
  // As if it had been taken up, and nobody had lived to say more.
  await db.message.updateMany({ data: { attempts: 20 } });
  await readReceived();
  const [message] = await db.message.findMany({ include: { thread: true } });
  expect([message?.state, message?.error, message?.thread?.state]).toEqual([
    "unreadable",
    "This message could not be taken in, although it was tried many times. Its original is kept.",
    "new",
  ]);
});
