import { join } from "node:path";
import pg from "pg";
import { Refusal, step } from "../step.ts";
import { startEmbedded } from "./embedded.ts";
import { migrate } from "./migrate.ts";

export type Database = {
  /** Ends the built-in server; an external one is left alone. */
  stop(): Promise<void>;
  /** Ends it only if it was started for this: a running clinic keeps its server. */
  release(): Promise<void>;
};

/**
 * The clinic's database, at the committed schema: the one of DATABASE_URL, or the built-in PostgreSQL
 * under the data folder, whose address is then set for the rest of the process.
 * @throws Refusal when it does not answer.
 */
export async function provideDatabase(): Promise<Database> {
  const database = process.env.DATABASE_URL ? await external(process.env.DATABASE_URL) : await builtIn();
  await step("Bringing the database up to date", () => migrate(String(process.env.DATABASE_URL)));
  return database;
}

async function external(url: string): Promise<Database> {
  await step("Reaching the database", () => reach(url));
  return { stop: async () => {}, release: async () => {} };
}

async function builtIn(): Promise<Database> {
  const folder = join(process.env.DATA_DIR || ".data", "postgres");
  const server = await step("Starting the built-in PostgreSQL", () => startEmbedded(folder)).catch(
    (error: Error) => {
      throw new Refusal(error.message);
    },
  );
  const client = new pg.Client({ connectionString: server.url("postgres") });
  await client.connect();
  const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = 'kindroom'");
  if (rowCount === 0) await client.query("CREATE DATABASE kindroom");
  await client.end();
  process.env.DATABASE_URL = server.url("kindroom");
  return { stop: server.stop, release: async () => (server.wasRunning ? undefined : server.stop()) };
}

async function reach(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    await client.end();
  } catch (error) {
    const { hostname, port, pathname } = new URL(url);
    const why = (error as Error).message || (error as NodeJS.ErrnoException).code;
    throw new Refusal(`The database at ${hostname}:${port || 5432}${pathname} does not answer: ${why}.`);
  }
}
