import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import type pg from "pg";
import { databaseUrl, postgresOf } from "./support/built-in-postgres.ts";
import { gather } from "./support/crowd.ts";
import type { Told } from "./support/crowd-member.ts";
import { type MailServer, startMailServer } from "./support/mail-server.ts";
import { query } from "./support/postgres.ts";
import { freePort, isRunning, runProgram, type Server, startServer } from "./support/program.ts";

test.describe.configure({ mode: "serial", timeout: 120_000 });

/** How often each Message-ID arrived. */
const arrived = new Map<string, number>();
const acknowledged: Told[] = [];

let dataFolder: string;
let mail: MailServer;
let settings: Record<string, string>;
let clinic: Server;

test.beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), "kindroom-kill-"));
  mail = await startMailServer((raw) => {
    const id = raw.toString("latin1").match(/^Message-ID: <(.+)>/im)?.[1] ?? "none";
    arrived.set(id, (arrived.get(id) ?? 0) + 1);
  });
  settings = {
    PORT: await freePort(),
    MAIL_PORT: "0",
    DATA_DIR: dataFolder,
    SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
  };
  clinic = await startServer(settings, ["--empty"]);
});

test.afterAll(async () => {
  await clinic?.stop();
  const left = postgresOf(dataFolder);
  if (left) process.kill(left, "SIGINT");
  await expect.poll(() => postgresOf(dataFolder)).toBeNull();
  await mail?.stop();
  rmSync(dataFolder, { recursive: true, force: true });
});

for (const answers of [1, 15, 45]) {
  test(`killed after ${answers} of 60 answers, the server has lost nothing that it answered`, async () => {
    const cohortId = await makeCohort();
    const parties = Array.from({ length: 60 }, (_, at) =>
      at % 2 ? [`Single ${at}`] : [`First ${at}`, `Second ${at}`],
    );
    const crowd = await gather(2, [clinic.url], cohortId, parties);
    let count = 0;
    let killed: Promise<void> | undefined;
    const told = await crowd.press(({ status }) => {
      if (status) count += 1;
      if (count >= answers) killed ??= clinic.kill();
    });
    await killed;
    const answered = told.filter(({ status }) => status !== undefined);
    expect(told.length).toBe(60);
    expect(answered.length).toBeGreaterThanOrEqual(answers);
    expect(answered.length).toBeLessThan(60);
    expect(
      answered.filter(
        ({ status, location, formToken }) => status !== 303 || location !== `/kept/${formToken}`,
      ),
    ).toEqual([]);
    acknowledged.push(...answered);

    expect(postgresOf(dataFolder)).not.toBeNull();
    clinic = await startServer(settings, ["--empty"]);
    await everythingHolds();
  });
}

test("killed together with its PostgreSQL, the clinic recovers by itself", async () => {
  const postmaster = postgresOf(dataFolder) ?? 0;
  await clinic.kill();
  process.kill(postmaster, "SIGKILL");
  await expect.poll(() => isRunning(postmaster)).toBe(false);

  clinic = await startServer(settings, ["--empty"], "bin/start.mjs");
  expect(postgresOf(dataFolder)).not.toBe(postmaster);
  await everythingHolds();
});

test("a clinic whose PostgreSQL is killed says that it is not well, and is again after a new start", async () => {
  const postmaster = postgresOf(dataFolder) ?? 0;
  process.kill(postmaster, "SIGKILL");
  await expect.poll(async () => (await fetch(`${clinic.url}/api/health`)).status).toBe(503);
  await clinic.stop();

  clinic = await startServer(settings, ["--empty"], "bin/start.mjs");
  expect((await fetch(`${clinic.url}/api/health`)).status).toBe(200);
  await everythingHolds();
});

/** Every answer has its enrolment, every message its one arrival, and every rule holds. */
async function everythingHolds(): Promise<void> {
  const enrolled = await rows<{ formToken: string; seats: number }>(
    `SELECT "formToken", "seats" FROM "Enrollment"`,
  );
  const seatsOf = new Map(enrolled.map(({ formToken, seats }) => [formToken, seats]));
  expect(acknowledged.filter(({ formToken, seats }) => seatsOf.get(formToken) !== seats)).toEqual([]);

  const unfinished = `SELECT "id" FROM "Message" WHERE "direction" = 'outgoing' AND "state" IN ('queued', 'sending')`;
  await expect.poll(async () => (await rows(unfinished)).length, { timeout: 30_000 }).toBe(0);
  const messages = await rows<{ messageId: string; state: string; error: string | null; seats: number }>(
    `SELECT "messageId", "state", "error" FROM "Message" WHERE "direction" = 'outgoing'`,
  );
  const [members] = await rows<{ count: number }>(`SELECT count(*)::int AS count FROM "Member"`);
  expect(messages.filter(({ state }) => state !== "failed" && state !== "sent")).toEqual([]);
  expect(messages.length).toBeGreaterThanOrEqual(members?.count ?? 0);
  for (const { messageId, state, error } of messages) {
    const times = arrived.get(messageId) ?? 0;
    if (state === "sent") expect(times).toBe(1);
    else {
      // Caught in the very moment of handing over: nobody can know, so an admin is told, and it is not sent again by itself.
      expect(error).toBe("The server stopped while handing this over; it may have arrived.");
      expect(times).toBeLessThanOrEqual(1);
    }
  }
  expect([...arrived.keys()].toSorted()).toEqual(
    messages
      .map(({ messageId }) => messageId)
      .filter((id) => arrived.has(id))
      .toSorted(),
  );

  const audit = await runProgram("bin/audit.ts", settings);
  expect(audit.out).not.toContain("BROKEN");
  expect(audit.code).toBe(0);
}

async function makeCohort(): Promise<string> {
  const { out } = await runProgram(
    "e2e/support/make-cohort.ts",
    { ...settings, DATABASE_URL: databaseUrl(dataFolder) },
    ["24"],
  );
  return out.trim();
}

function rows<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> {
  return query<Row>(databaseUrl(dataFolder), sql);
}
