import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { startEmbedded } from "../../bin/database/embedded.ts";
import { migrate } from "../../bin/database/migrate.ts";

/** Starts a PostgreSQL for one benchmark, and points the settings of this process at a fresh database in it. */
export async function ownDatabase(connections: number): Promise<{ url: string } & AsyncDisposable> {
  const folder = mkdtempSync(join(tmpdir(), "kindroom-bench-"));
  const server = await startEmbedded(folder);
  const admin = new pg.Client({ connectionString: server.url("postgres") });
  await admin.connect();
  await admin.query("CREATE DATABASE bench");
  await admin.end();
  const url = server.url("bench");
  await migrate(url);
  Object.assign(process.env, {
    DATABASE_URL: url,
    DATABASE_POOL: String(connections),
    SENDER_CHECKS: "off",
    SECRET: "of the benchmark, long enough to pass",
  });
  return {
    url,
    async [Symbol.asyncDispose]() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
