import { expect, test } from "vitest";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { queueMail } from "#lib/mail/queue.ts";
import { aMail } from "#lib/testing/incoming.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { readMessage } from "./read-message.ts";
import { receiveMessage } from "./receive.ts";

test("an answer that is not committed yet counts: the second message waits for it", async () => {
  const { messageId } = await receiveMessage(aMail());
  let second: Promise<void> | undefined;
  await inTransaction(async (tx) => {
    await oneAtATime(tx, ["kim@example.org", "ana@example.org"]);
    const to = { address: "ana@example.org", name: "Ana" };
    await queueMail(tx, { template: "acknowledgement", to, props: { answer: "person" } }, now());
    second = readMessage(messageId);
    await Promise.race([second, somebodyWaits()]);
  });
  await second;
  expect(await db.message.count({ where: { template: "acknowledgement" } })).toBe(1);
});

test("who wrote more than three days before we read it is answered by a person", async () => {
  const answersTo = (address: string) =>
    db.message.count({ where: { template: "acknowledgement", address } });
  for (const [name, hours, answers] of [
    ["lea", 71, 1],
    ["noor", 73, 0],
  ] as const) {
    const address = `${name}@example.org`;
    const { messageId } = await receiveMessage(aMail({ From: address }), now().subtract({ hours }));
    await readMessage(messageId);
    expect(await answersTo(address)).toBe(answers);
    expect(await db.inquiry.count({ where: { address } })).toBe(1);
  }
});

/** Until a transaction waits for an advisory lock that another one holds. */
async function somebodyWaits(): Promise<void> {
  const waiting = () =>
    db.$queryRaw<unknown[]>`
      SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
  while ((await waiting()).length === 0);
}
