import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server as Listener } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { databaseUrl, postgresOf } from "./support/built-in-postgres.ts";
import { openForm } from "./support/form.ts";
import { type Postgres, query, startPostgres } from "./support/postgres.ts";
import { familyOf, freePort, isRunning, runProgram, type Server, startServer } from "./support/program.ts";

test.describe.configure({ mode: "serial", timeout: 60_000 });

const secret = "a secret of the tests, long enough to pass";

test.describe("what can't be started says so in one sentence", () => {
  let taken: Listener;
  let takenPort: string;
  let settings: Record<string, string>;

  test.beforeAll(async () => {
    // A listener that takes connections and never answers: a port in use, and a database that hangs.
    taken = createServer(() => {}).listen(0);
    await once(taken, "listening");
    const address = taken.address();
    takenPort = String(address && typeof address === "object" ? address.port : 0);
    settings = {
      PORT: await freePort(),
      MAIL_PORT: "0",
      DATA_DIR: mkdtempSync(join(tmpdir(), "kindroom-start-")),
    };
  });

  test.afterAll(() => {
    taken.close();
    rmSync(settings.DATA_DIR ?? "", { recursive: true, force: true });
  });

  const silent = () => `postgresql://kindroom:secret@127.0.0.1:${takenPort}/kindroom`;
  const refusals: [string, () => Record<string, string>, RegExp][] = [
    [
      "a port in use",
      () => ({ PORT: takenPort }),
      /^Port \d+ is in use\. Stop what uses it, or choose another: PORT=\d+ npm start\.$/,
    ],
    [
      "a database that never answers",
      () => ({ DATABASE_URL: silent() }),
      /^The database at 127\.0\.0\.1:\d+\/kindroom does not answer: .+\.$/,
    ],
    [
      "a database that is not there",
      () => ({ DATABASE_URL: "postgresql://127.0.0.1:1/kindroom" }),
      /^The database at 127\.0\.0\.1:1\/kindroom does not answer: .+\.$/,
    ],
    ["a bad setting", () => ({ RUN: "everything" }), /^The setting RUN must be all, web or worker\.$/],
    [
      "an address that is none",
      () => ({ DATABASE_URL: "mysql://localhost/kindroom" }),
      /^The setting DATABASE_URL must be a postgresql:\/\/ address\.$/,
    ],
  ];
  for (const [what, changes, sentence] of refusals) {
    test(what, async () => {
      const began = performance.now();
      const { code, err } = await runProgram("bin/start.mjs", { ...settings, ...changes() });
      expect(err.trim()).toMatch(sentence);
      expect(code).toBe(1);
      expect(performance.now() - began).toBeLessThan(15_000);
    });
  }

  test("a port for mail that is in use", async () => {
    const { code, err } = await runProgram("bin/start.mjs", { ...settings, MAIL_PORT: takenPort }, [
      "--empty",
    ]);
    expect(err.trim()).toMatch(
      /^Port \d+ is in use\. Stop what uses it, or choose another: MAIL_PORT=\d+ npm start\.$/,
    );
    expect(code).toBe(1);
    expect(postgresOf(settings.DATA_DIR ?? "")).toBeNull();
  });
});

test.describe("an empty clinic with its own PostgreSQL", () => {
  let dataFolder: string;
  let settings: Record<string, string>;
  let clinic: Server | undefined;

  test.beforeAll(async () => {
    dataFolder = mkdtempSync(join(tmpdir(), "kindroom-start-"));
    settings = { PORT: await freePort(), MAIL_PORT: await freePort(), DATA_DIR: dataFolder };
    clinic = await startServer(settings, ["--empty"], "bin/start.mjs");
  });

  test.afterAll(async () => {
    await clinic?.stop();
    const left = postgresOf(dataFolder);
    if (left) process.kill(left, "SIGINT");
    await expect.poll(() => postgresOf(dataFolder)).toBeNull();
    rmSync(dataFolder, { recursive: true, force: true });
  });

  test("it is well, and says so part by part", async () => {
    const response = await fetch(`${clinic?.url}/api/health`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      ok: true,
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      database: { ok: true },
      migrations: { ok: true, pending: 0 },
      worker: { ok: true },
      mailIn: { ok: true, listening: true, unread: 0, lastAt: null },
      mailOut: { ok: true, sends: false, waiting: 0, failed: 0 },
    });
  });

  test("the printed link makes its first admin, once", async () => {
    const link = clinic?.said.out.match(/http\S+\/welcome\/\S+/)?.[0] ?? "";
    const [form, tooLate] = [await openForm(link, "token"), await openForm(link, "token")];
    const first = await form.send({ name: "Alex Tremblay", email: "alex@clinic.example.org" });
    expect([first.status, first.location]).toEqual([303, "/staff"]);
    const second = await tooLate.send({ name: "Kim", email: "kim@elsewhere.example" });
    expect([second.status, second.location]).toEqual([404, null]);
    expect((await fetch(link)).status).toBe(404);
    expect(await query(databaseUrl(dataFolder), `SELECT "email", "role" FROM "User"`)).toEqual([
      { email: "alex@clinic.example.org", role: "admin" },
    ]);
  });

  test("Ctrl-C stops everything, PostgreSQL too", async () => {
    const postmaster = postgresOf(dataFolder) ?? 0;
    const pid = clinic?.process.pid ?? 0;
    const everything = [...familyOf(pid), ...familyOf(postmaster)];
    expect(everything.length).toBeGreaterThan(5);
    // As a terminal does: to the whole group in front.
    process.kill(-pid, "SIGINT");
    expect(await clinic?.ended).toBe(0);
    expect(clinic?.said.err).toBe("");
    await expect.poll(() => everything.filter(isRunning)).toEqual([]);
    clinic = undefined;
  });

  test("with nothing changed it is ready again within ten seconds, and asks for no first admin", async () => {
    const began = performance.now();
    clinic = await startServer(settings, ["--empty"], "bin/start.mjs");
    const seconds = (performance.now() - began) / 1000;
    test.info().annotations.push({ type: "ready after", description: `${seconds.toFixed(1)} s` });
    expect(seconds).toBeLessThan(10);
    expect(clinic.said.out).not.toContain("/welcome/");
    expect((await fetch(clinic.url)).status).toBe(200);
  });

  test("the audit says whether all is well, what is not, or that it could not look", async () => {
    const whole = await runProgram("bin/audit.ts", settings);
    expect([whole.code, whole.out.includes("BROKEN"), whole.err]).toEqual([0, false, ""]);

    await query(
      databaseUrl(dataFolder),
      `INSERT INTO "File" ("id", "key", "name", "type", "bytes", "sha256")
      VALUES (gen_random_uuid(), 'gone', 'handout.pdf', 'application/pdf', 3, '')`,
    );
    const damaged = await runProgram("bin/audit.ts", settings);
    expect(damaged.out.match(/BROKEN.*/g)).toEqual([expect.stringContaining("file-has-bytes")]);
    expect(damaged.code).toBe(1);

    const blind = await runProgram("bin/audit.ts", {
      DATABASE_URL: "postgresql://127.0.0.1:1/kindroom",
      SECRET: secret,
    });
    expect(blind.err.trim()).toMatch(/^Could not look: The database at .+ does not answer: .+\.$/);
    expect(blind.code).toBe(2);
  });
});

test.describe("a clinic in parts", () => {
  let postgres: Postgres | undefined;
  let web: Server | undefined;
  let worker: Server | undefined;

  test.afterAll(async () => {
    await Promise.all([web?.stop(), worker?.stop()]);
    await postgres?.stop();
  });

  test("is well while a worker runs somewhere, and while its database answers", async () => {
    postgres = await startPostgres();
    const shared = { DATABASE_URL: await postgres.create("kindroom"), SECRET: secret, MAIL_PORT: "0" };
    web = await startServer({ ...shared, RUN: "web", PORT: await freePort() }, ["--empty"]);
    expect(await health()).toEqual([503, { database: true, worker: false }]);

    worker = await startServer({ ...shared, RUN: "worker", PORT: await freePort() }, ["--empty"]);
    expect(await health()).toEqual([200, { database: true, worker: true }]);
    await worker.kill();
    await expect.poll(health).toEqual([503, { database: true, worker: false }]);

    await postgres.stop();
    postgres = undefined;
    await expect.poll(health).toEqual([503, { database: false, worker: false }]);
    expect(await web.stop()).toBe(0);
  });

  async function health() {
    const response = await fetch(`${web?.url}/api/health`);
    const { database, worker } = (await response.json()) as Record<"database" | "worker", { ok: boolean }>;
    return [response.status, { database: database.ok, worker: worker.ok }];
  }
});
