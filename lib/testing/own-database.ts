import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, inject } from "vitest";

// Each test file gets a database of its own, cloned from the migrated template.
const name = `test_${randomUUID().replaceAll("-", "")}`;
const admin = new pg.Client({ connectionString: inject("postgres") });
await admin.connect();
await admin.query("SELECT pg_advisory_lock(1)");
await admin.query(`CREATE DATABASE ${name} TEMPLATE kindroom_template`);
await admin.query("SELECT pg_advisory_unlock(1)");
process.env.DATABASE_URL = inject("postgres").replace(/\/postgres$/, `/${name}`);
process.env.DATA_DIR = mkdtempSync(join(tmpdir(), "kindroom-data-"));
// Every file begins on the same day, shortly before the groups of its cast: what the worker and the pages do by the
// clock doesn't depend on the day on which the tests run.
process.env.CLOCK_FILE = join(process.env.DATA_DIR, "clock");
writeFileSync(process.env.CLOCK_FILE, String(Date.parse("2026-11-23T15:00:00Z") - Date.now()));
process.env.SECRET = "a secret of the tests, long enough to pass";
// No test asks the DNS of the world.
process.env.SENDER_CHECKS = "off";
process.env.APP_URL = "https://kindroom.example";

afterAll(async () => {
  const { db } = await import("#lib/db/client.ts");
  await db.$disconnect();
  // Without FORCE: connections that are just closing get the time to do so, and don't end in an error.
  await admin.query(`DROP DATABASE ${name}`);
  await admin.end();
  rmSync(String(process.env.DATA_DIR), { recursive: true, force: true });
});
