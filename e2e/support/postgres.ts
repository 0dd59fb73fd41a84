import { rmSync } from "node:fs";
import pg from "pg";
import { passingFolder } from "#lib/testing/passing-folder.ts";
import { startEmbedded } from "../../bin/database/embedded.ts";

/** Nothing need outlive a power cut, and many clinics share it. */
export const forTests = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "max_connections=200",
];

export type Postgres = {
  /** A new database in it. Returns its address. */
  create(name: string, template?: string): Promise<string>;
  stop(): Promise<void>;
};

/** A PostgreSQL of a test's own. What is in it is gone afterwards. */
export async function startPostgres(): Promise<Postgres> {
  const folder = passingFolder();
  const server = await startEmbedded(folder, forTests);
  return {
    create: async (name, template = "template1") => {
      await query(server.url("postgres"), `CREATE DATABASE ${name} TEMPLATE ${template}`);
      return server.url(name);
    },
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What a database answers to one statement. */
export async function query<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
