import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isRunning } from "./program.ts";

/** The process id of the PostgreSQL that runs on a clinic's data folder, and null when none does. */
export function postgresOf(dataFolder: string): number | null {
  const [pid] = postgresLock(dataFolder);
  return pid && isRunning(Number(pid)) ? Number(pid) : null;
}

/** Where the built-in PostgreSQL of a running clinic answers. */
export function databaseUrl(dataFolder: string): string {
  const [, , , port] = postgresLock(dataFolder);
  const password = readFileSync(join(dataFolder, "postgres/data/password"), "utf8").trim();
  return `postgresql://postgres:${password}@127.0.0.1:${port}/kindroom`;
}

function postgresLock(dataFolder: string): string[] {
  const lock = join(dataFolder, "postgres/data/postmaster.pid");
  return existsSync(lock) ? readFileSync(lock, "utf8").split("\n") : [];
}
