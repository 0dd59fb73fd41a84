import pg from "pg";
import { SMTPServer } from "smtp-server";
import { afterAll, expect, test, vi } from "vitest";
import { settings } from "#lib/config/settings.ts";
import { db } from "#lib/db/client.ts";
import { aCohort, aParty } from "#lib/testing/cast.ts";
import { freeAbandonedJobs, workerIsAlive } from "./registry.ts";
import { startWorker } from "./worker.ts";

const arrived: string[] = [];
/** Who can't be reached at their first try. */
const busy = new Set<string>();
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onRcptTo({ address }, _session, done) {
    done(busy.delete(address) ? Object.assign(new Error("Come back later"), { responseCode: 451 }) : null);
  },
  onData(stream, session, done) {
    stream.resume().on("end", () => {
      arrived.push(...session.envelope.rcptTo.map(({ address }) => address));
      done();
    });
  },
});
await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
const address = server.server.address();
process.env.SMTP_URL = `smtp://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
afterAll(() => new Promise<void>((closed) => server.close(closed)));

const lockEverything = (worker: string) =>
  db.$executeRaw`UPDATE graphile_worker._private_jobs SET locked_by = ${worker}, locked_at = now(), attempts = 1`;
const locks = async () =>
  (await db.$queryRaw<{ by: string | null }[]>`SELECT locked_by AS by FROM graphile_worker.jobs`).map(
    ({ by }) => by,
  );

test("a queued message goes out, also when the worker that had taken it was killed", async () => {
  await aParty(await aCohort());
  const everybody = ["ana@example.org", "noor@example.org", "sam@willowstreet.example"];
  await lockEverything("pool-of-a-killed-process");
  expect(await workerIsAlive()).toBe(false);
  const worker = await startWorker();
  try {
    expect(await workerIsAlive()).toBe(true);
    await vi.waitFor(() => expect(arrived.toSorted()).toEqual(everybody), 30_000);
    await vi.waitFor(
      async () => expect(await db.message.count({ where: { state: "sent" } })).toBe(3),
      10_000,
    );
  } finally {
    await worker.stop();
  }
  expect(await workerIsAlive()).toBe(false);
  expect(arrived.toSorted()).toEqual(everybody);
}, 60_000);

test("of messages that share a job, the one that can't go out now is tried again, and alone", async () => {
  arrived.length = 0;
  await aParty(await aCohort(), ["Lea", "Kim"]);
  const both = ["kim@example.org", "lea@example.org"];
  busy.add("kim@example.org");
  const worker = await startWorker();
  try {
    await vi.waitFor(() => expect(arrived.toSorted()).toEqual(both), 20_000);
  } finally {
    await worker.stop();
  }
  const sent = await db.message.findMany({
    where: { address: { in: both } },
    orderBy: { address: "asc" },
    select: { state: true, attempts: true },
  });
  expect(sent).toEqual([
    { state: "sent", attempts: 2 },
    { state: "sent", attempts: 1 },
  ]);
  expect(await locks()).toEqual([]);
});

test("the jobs of a worker that lives are left to it", async () => {
  await aParty(await aCohort(), ["Kim"]);
  const name = "pool-of-another-process";
  const other = new pg.Client({ connectionString: settings().DATABASE_URL });
  await other.connect();
  await other.query("SELECT pg_advisory_lock(7251, hashtext($1))", [name]);
  await lockEverything(name);
  await freeAbandonedJobs();
  expect(new Set(await locks())).toEqual(new Set([name]));
  await other.end();
  await vi.waitFor(async () => {
    await freeAbandonedJobs();
    expect(new Set(await locks())).toEqual(new Set([null]));
  }, 5_000);
});

test("a worker that loses its connection to the database enters again", async () => {
  const worker = await startWorker();
  try {
    await db.$queryRaw`SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND classid = 7251`;
    await vi.waitFor(async () => expect(await workerIsAlive()).toBe(false), 5_000);
    await vi.waitFor(async () => expect(await workerIsAlive()).toBe(true), 5_000);
  } finally {
    await worker.stop();
  }
});
