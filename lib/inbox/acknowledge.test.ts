import { expect, test } from "vitest";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { openThread } from "#lib/mail/open-thread.ts";
import { readMail } from "#lib/reading/read-mail.ts";
import { aMail } from "#lib/testing/incoming.ts";
import { acknowledge } from "./acknowledge.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { readMessage } from "./read-message.ts";
import { receiveMessage } from "./receive.ts";

test("an answer that is not committed yet counts: the second message waits for it", async () => {
  const first = await readMail(aMail());
  if (!first.ok) throw new Error(first.reason);
  const { messageId } = await receiveMessage(aMail());
  let second: Promise<void> | undefined;
  await inTransaction(async (tx) => {
    const threadId = await openThread(tx, { subject: "", state: "needsUs" }, now());
    await oneAtATime(tx, "ana@example.org");
    await acknowledge(tx, { inquiryId: crypto.randomUUID(), threadId, mail: first.value }, now());
    second = readMessage(messageId);
    await Promise.race([second, somebodyWaits()]);
  });
  await second;
  expect(await db.message.count({ where: { template: "acknowledgement" } })).toBe(1);
});

/** Until a transaction waits for an advisory lock that another one holds. */
async function somebodyWaits(): Promise<void> {
  const waiting = () =>
    db.$queryRaw<unknown[]>`
      SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
  while ((await waiting()).length === 0);
}
