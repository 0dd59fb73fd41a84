import { rmSync } from "node:fs";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "../../bin/database/embedded.ts";
import { migrate } from "../../bin/database/migrate.ts";
import { passingFolder } from "./passing-folder.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Connection string of the server's own database; a test's is a clone of `kindroom_template`. */
    postgres: string;
  }
}

/** One real PostgreSQL for the run, with a migrated template; nothing survives, so nothing need reach the disk. */
export default async function setup(project: TestProject) {
  const folder = passingFolder();
  const server = await startEmbedded(folder, [
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "max_connections=300",
  ]);
  const client = new pg.Client({ connectionString: server.url("postgres") });
  await client.connect();
  await client.query("CREATE DATABASE kindroom_template");
  await client.end();
  await migrate(server.url("kindroom_template"));
  project.provide("postgres", server.url("postgres"));
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
