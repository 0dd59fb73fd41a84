import { expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { aCohort, aParty } from "#lib/testing/cast.ts";
import { failStranded } from "./fail-stranded.ts";

const states = async () =>
  (await db.message.findMany({ orderBy: { address: "asc" }, select: { state: true, error: true } })).map(
    ({ state, error }) => [state, error],
  );
const jobs = (changes: string) => db.$executeRawUnsafe(`UPDATE graphile_worker._private_jobs SET ${changes}`);

test("a message whose last try ended with its process is shown as failed, and no other is", async () => {
  await aParty(await aCohort(), ["Ana", "Noor"]);
  await db.message.deleteMany({ where: { template: { not: "please-confirm" } } });
  await db.message.updateMany({ where: { address: "noor@example.org" }, data: { state: "sending" } });

  await jobs("attempts = max_attempts - 1");
  await failStranded();
  expect(await states()).toEqual([
    ["queued", null],
    ["sending", null],
  ]);

  await jobs("attempts = max_attempts, locked_at = now(), locked_by = 'worker-at-its-last-try'");
  await failStranded();
  expect(await states()).toEqual([
    ["queued", null],
    ["sending", null],
  ]);

  await jobs("locked_at = NULL, locked_by = NULL");
  await failStranded();
  expect(await states()).toEqual([
    ["failed", "The server stopped during the last of several tries, before anything was handed over."],
    ["failed", "The server stopped while handing this over; it may have arrived."],
  ]);
});
