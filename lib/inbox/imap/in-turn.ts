import pg from "pg";
import { settings } from "#lib/config/settings.ts";
import { db } from "#lib/db/client.ts";

/** The space of advisory locks in which one process at a time holds that of the mailbox that it may read. */
const turn = 7_253;
/** And the one in which it holds it while it does: signed in, and with nothing left to take. */
const current = 7_254;

const hold = "SELECT pg_advisory_lock($1, hashtext($2))";

/**
 * Does `work` once no other process reads this mailbox. The turn is a lock of a database connection of its own: when
 * this process dies, however suddenly, PostgreSQL gives it to the next. Who loses that connection has to stop.
 */
export async function inTurn(
  mailbox: string,
  stopping: AbortSignal,
  work: (over: AbortSignal, noteCurrent: () => Promise<unknown>) => Promise<void>,
): Promise<void> {
  const client = new pg.Client({
    connectionString: settings().DATABASE_URL,
    keepAlive: true,
    // A whole machine that is gone says no good-bye: the server finds out within a minute.
    options: "-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3",
  });
  const lost = new AbortController();
  client.on("error", () => lost.abort()).on("end", () => lost.abort());
  const hangUp = () => void client.end().catch(() => undefined);
  stopping.addEventListener("abort", hangUp, { once: true });
  try {
    await client.connect();
    await client.query(hold, [turn, mailbox]);
    // From here on the turn is given up only when the work has ended.
    stopping.removeEventListener("abort", hangUp);
    await work(AbortSignal.any([stopping, lost.signal]), () => client.query(hold, [current, mailbox]));
  } finally {
    stopping.removeEventListener("abort", hangUp);
    await client.end().catch(() => undefined);
  }
}

/** Whether some process has a connection to its mailbox, and has taken in what was there. */
export async function mailboxIsRead(): Promise<boolean> {
  const [answer] = await db.$queryRaw<{ isRead: boolean }[]>`
    SELECT EXISTS (
      SELECT 1 FROM pg_locks l JOIN pg_database d ON d.oid = l.database AND d.datname = current_database()
      WHERE l.locktype = 'advisory' AND l.granted AND l.classid = ${current}::int::oid
    ) AS "isRead"`;
  return answer?.isRead ?? false;
}
