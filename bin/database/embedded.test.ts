import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, expect, test, vi } from "vitest";
import { type EmbeddedDatabase, startEmbedded } from "./embedded.ts";

const folder = mkdtempSync(join(tmpdir(), "kindroom-embedded-"));
const clinic = join(folder, "clinic");

vi.setConfig({ testTimeout: 60_000 });

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function rows(server: EmbeddedDatabase, sql: string) {
  const client = new pg.Client({ connectionString: server.url("postgres") });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

test("a server that runs is taken over, and what was stored is there after a stop", async () => {
  const first = await startEmbedded(clinic);
  await rows(first, "CREATE TABLE kept AS SELECT 'an evening' AS what");
  const second = await startEmbedded(clinic);
  expect([first.wasRunning, second.wasRunning]).toEqual([false, true]);
  expect(second.url("postgres")).toBe(first.url("postgres"));
  await second.stop();
  const third = await startEmbedded(clinic);
  expect(third.wasRunning).toBe(false);
  expect(await rows(third, "SELECT what FROM kept")).toEqual([{ what: "an evening" }]);
  await third.stop();
});

test("a copy of the stopped folder is a back-up: put elsewhere, it starts with everything in it", async () => {
  const copy = join(folder, "restored");
  cpSync(clinic, copy, { recursive: true, preserveTimestamps: true });
  rmSync(clinic, { recursive: true });
  const restored = await startEmbedded(copy);
  expect(await rows(restored, "SELECT what FROM kept")).toEqual([{ what: "an evening" }]);
  await restored.stop();
});
