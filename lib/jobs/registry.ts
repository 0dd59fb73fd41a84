import { setTimeout } from "node:timers/promises";
import pg from "pg";
import { settings } from "#lib/config/settings.ts";
import { db } from "#lib/db/client.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { Prisma } from "../../prisma/generated/client.ts";

/** The space of advisory locks in which each living worker holds the one of its name. */
const living = 7_251;
/** Held while somebody arrives or clears up, so that nobody is cleared away before they have their own lock. */
const door = 7_252;

export type Registration = {
  /** From here on, jobs that `worker` holds are left alone while this process lives. */
  enter(worker: string): Promise<void>;
  leave(): Promise<void>;
};

/**
 * Opens the registry of workers for one who arrives. A worker's name is an advisory lock of a connection of
 * its own: when its process dies, however suddenly, PostgreSQL lets go of the lock, and its jobs are free to
 * be taken up by the next.
 */
export async function register(): Promise<Registration> {
  let name: string | null = null;
  let client = await connect(comeBack);
  await client.query("SELECT pg_advisory_lock($1, 0)", [door]);
  await client.query(freeing.text, freeing.values);
  return {
    enter: async (worker) => {
      name = worker;
      await client.query(hold, [living, worker]);
      await client.query("SELECT pg_advisory_unlock($1, 0)", [door]);
    },
    leave: () => {
      name = null;
      return client.end();
    },
  };

  /** The database restarted: the same worker enters again. */
  async function comeBack() {
    await setTimeout(1_000);
    if (name === null) return;
    try {
      client = await connect(comeBack);
      await client.query(hold, [living, name]);
    } catch {
      await comeBack();
    }
  }
}

const hold = "SELECT pg_advisory_lock($1, hashtext($2))";

async function connect(lost: () => Promise<void>): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: settings().DATABASE_URL, keepAlive: true });
  await client.connect();
  client.on("error", () => {});
  client.once("end", () => void lost());
  return client;
}

/** Lets go of the jobs of workers whose process is gone; left to itself the queue would do so after four hours. */
export async function freeAbandonedJobs(): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(${door}::int, 0)`);
    await tx.$executeRaw(freeing);
  });
}

/** Whether a worker lives, in this process or another. */
export async function workerIsAlive(): Promise<boolean> {
  const [answer] = await db.$queryRaw<{ alive: boolean }[]>(Prisma.sql`SELECT EXISTS (${held}) AS alive`);
  return answer?.alive ?? false;
}

const held = Prisma.sql`
  SELECT 1 FROM pg_locks l JOIN pg_database d ON d.oid = l.database AND d.datname = current_database()
  WHERE l.locktype = 'advisory' AND l.granted AND l.classid = ${living}::int::oid`;

const freeing = Prisma.sql`
  SELECT count(graphile_worker.force_unlock_workers(ARRAY[w.name])) FROM (
    SELECT DISTINCT j.locked_by AS name FROM graphile_worker.jobs j
    WHERE j.locked_by IS NOT NULL AND NOT EXISTS (${held} AND l.objid = hashtext(j.locked_by)::oid)
  ) AS w`;
