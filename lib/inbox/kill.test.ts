import { createTransport } from "nodemailer";
import pg from "pg";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { settings } from "#lib/config/settings.ts";
import { db } from "#lib/db/client.ts";
import { aMail } from "#lib/testing/incoming.ts";
import { type Inlet, startInlet } from "#lib/testing/inlet.ts";

// The process that takes mail in is killed, as by a power cut, at each step between a message's arrival and the
// answer to it. A trigger makes PostgreSQL wait in the middle of that step until it is done.

const arrived: string[] = [];
const theirs = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onData(stream, session, done) {
    stream.resume().on("end", () => {
      arrived.push(...session.envelope.rcptTo.map(({ address }) => address));
      done();
    });
  },
});
let inlet: Inlet;
const holder = new pg.Client({ connectionString: settings().DATABASE_URL });
const halt = 4_711;

beforeAll(async () => {
  await new Promise<void>((listening) => theirs.listen(0, "127.0.0.1", listening));
  const address = theirs.server.address();
  process.env.SMTP_URL = `smtp://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
  await holder.connect();
  await db.$executeRawUnsafe(`CREATE FUNCTION "halt"() RETURNS trigger LANGUAGE plpgsql AS
    'BEGIN PERFORM pg_advisory_xact_lock(${halt}); RETURN COALESCE(NEW, OLD); END'`);
  inlet = await startInlet();
});
afterEach(() => db.$executeRawUnsafe(`TRUNCATE "Message", "Thread", "Inquiry" CASCADE`));
afterAll(async () => {
  await inlet.kill();
  await holder.end();
  await new Promise<void>((closed) => theirs.close(closed));
});

type Expected = { answer: { state: string; error: string | null }; arrived: number };

const once: Expected = { answer: { state: "sent", error: null }, arrived: 1 };
const unknown = "The server stopped while handing this over; it may have arrived.";

test.each<[when: string, trigger: string, table: string, expected?: Expected]>([
  ["it is being kept", `BEFORE INSERT`, `"Message"`],
  ["that is being committed", `AFTER INSERT`, `"Message"`],
  ["it is taken up", `BEFORE UPDATE OF "attempts"`, `"Message"`],
  ["its inquiry is being written", `BEFORE INSERT`, `"Inquiry"`],
  ["all that follows from it is being committed", `AFTER INSERT`, `"Inquiry"`],
  ["the job that read it is being ended", `BEFORE DELETE`, `graphile_worker._private_jobs`],
  ["its answer's turn has come", `BEFORE UPDATE OF "attempts"`, `"Message" outgoing`],
  [
    "the last byte of its answer is to go out",
    `BEFORE UPDATE OF "handedAt"`,
    `"Message" outgoing`,
    { answer: { state: "failed", error: unknown }, arrived: 0 },
  ],
  ["its answer has arrived", `BEFORE UPDATE OF "sentAt"`, `"Message" outgoing`],
])(
  "killed while %s, the message is taken in once, and answered at most once",
  async (_, trigger, table, expected = once) => {
    const address = `${crypto.randomUUID()}@example.org`;
    const raw = aMail({ From: `Ana <${address}>` });
    const [name, direction = "incoming"] = table.split(" ");
    const isDeferred = trigger.startsWith("AFTER");
    const condition = name?.startsWith("graphile")
      ? `OLD."key" = 'read-received'`
      : name === `"Message"`
        ? `NEW."direction" = '${direction}'`
        : "true";
    await holder.query("SELECT pg_advisory_lock($1)", [halt]);
    await db.$executeRawUnsafe(`CREATE ${isDeferred ? "CONSTRAINT " : ""}TRIGGER "halt" ${trigger} ON ${name}
    ${isDeferred ? "DEFERRABLE INITIALLY DEFERRED" : ""} FOR EACH ROW WHEN (${condition}) EXECUTE FUNCTION "halt"()`);
    const said = send(inlet.port, raw);
    await somebodyWaits();
    await inlet.kill();
    await holder.query("SELECT pg_advisory_unlock($1)", [halt]);
    // Whatever PostgreSQL goes on with after the death of who asked for it has an end before this.
    await db.$executeRawUnsafe(`DROP TRIGGER "halt" ON ${name}`);

    inlet = await startInlet();
    // Who was not told that it arrived sends it again.
    if (!(await said)) expect(await send(inlet.port, raw)).toBe(true);
    await takenIn(address);
    expect(await whatCameOf(address)).toEqual({
      messages: [{ state: "read" }],
      inquiries: 1,
      threads: 1,
      answers: [expected.answer],
      arrived: expected.arrived,
    });
  },
  60_000,
);

/** Whether the message was said to have arrived. */
async function send(port: number, raw: Buffer): Promise<boolean> {
  const client = createTransport({ host: "127.0.0.1", port, ignoreTLS: true });
  const envelope = { from: "ana@example.org", to: "groups@clinic.example.org" };
  return client.sendMail({ raw, envelope }).then(
    () => true,
    () => false,
  );
}

/** Until the process waits in the middle of the step. */
async function somebodyWaits(): Promise<void> {
  await until(async () => {
    const waiting = await db.$queryRaw<unknown[]>`
      SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND objid = ${halt}::int::oid
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
    expect(waiting.length).toBe(1);
  });
}

async function takenIn(address: string): Promise<void> {
  await until(async () => {
    const letters = await db.message.findMany({ where: { address, direction: "outgoing" } });
    expect(letters.map(({ state }) => state === "sent" || state === "failed")).toEqual([true]);
    const jobs = await db.$queryRaw<unknown[]>`
      SELECT 1 FROM graphile_worker.jobs WHERE task_identifier IN ('read-received', 'send-messages')`;
    expect(jobs.length).toBe(0);
  });
}

/** Waits, and lets no answer wait its seconds. */
function until(holds: () => Promise<void>): Promise<void> {
  return vi.waitFor(
    async () => {
      await db.$executeRaw`
        UPDATE graphile_worker._private_jobs SET run_at = now() WHERE locked_at IS NULL AND run_at > now()`;
      await db.$executeRaw`SELECT pg_notify('jobs:insert', '{"count":1}')`;
      await holds();
    },
    { timeout: 30_000, interval: 50 },
  );
}

async function whatCameOf(address: string) {
  const answers = { address, direction: "outgoing" } as const;
  return {
    messages: await db.message.findMany({
      where: { address, direction: "incoming" },
      select: { state: true },
    }),
    inquiries: await db.inquiry.count({ where: { address } }),
    threads: await db.thread.count(),
    answers: await db.message.findMany({ where: answers, select: { state: true, error: true } }),
    arrived: arrived.filter((to) => to === address).length,
  };
}
