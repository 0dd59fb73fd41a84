import pg from "pg";
import { settings } from "#lib/config/settings.ts";

/** The space of advisory locks in which one process at a time holds that of the mailbox it reads. */
const reading = 7_253;

/**
 * Does `work` once no other process reads this mailbox. The turn is a lock of a database connection of its own: when
 * this process dies, however suddenly, PostgreSQL gives it to the next. Who loses that connection has to stop.
 */
export async function inTurn(
  mailbox: string,
  stopping: AbortSignal,
  work: (over: AbortSignal) => Promise<void>,
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
    await client.query("SELECT pg_advisory_lock($1, hashtext($2))", [reading, mailbox]);
    // From here on the turn is given up only when the work has ended.
    stopping.removeEventListener("abort", hangUp);
    await work(AbortSignal.any([stopping, lost.signal]));
  } finally {
    stopping.removeEventListener("abort", hangUp);
    await client.end().catch(() => undefined);
  }
}
