import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { settings } from "#lib/config/settings.ts";
import { PrismaClient } from "../../prisma/generated/client.ts";

type Connected = {
  client: PrismaClient;
  /** For the few who go past Prisma (`alone`). */
  pool: pg.Pool;
  nameOf: (sql: string) => string;
};

const kept = globalThis as { kindroomDb?: Connected };

/**
 * The one connection pool of this process. Made at first use, and kept across the reloads of
 * `npm run dev`, which would otherwise open a new pool at every change.
 */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get(_, property) {
    const { client } = connected();
    const value = Reflect.get(client, property);
    return typeof value === "function" ? value.bind(client) : value;
  },
});

/** What this process has of the database, connected at first use. @throws when it is told of none */
export function connected(): Connected {
  kept.kindroomDb ??= connect();
  return kept.kindroomDb;
}

function connect(): Connected {
  const { DATABASE_URL, DATABASE_POOL } = settings();
  if (!DATABASE_URL) throw new Error("DATABASE_URL is not set: start with `npm start`.");
  const pool = new pg.Pool({ connectionString: DATABASE_URL, max: DATABASE_POOL });
  // An idle connection that PostgreSQL ends is replaced by the next query, and would end the process here.
  pool.on("error", () => {});
  const nameOf = statementNames();
  const client = new PrismaClient({
    adapter: new PrismaPg(pool, {
      disposeExternalPool: true,
      statementNameGenerator: ({ sql }) => nameOf(sql),
    }),
    transactionOptions: { maxWait: 20_000, timeout: 20_000 },
  });
  return { client, pool, nameOf };
}

/**
 * A name for each statement, so that PostgreSQL parses and plans it once a connection: taking seats is
 * twice as fast for it. Statements that come in endless variants find the table full, and stay nameless, and so do
 * reads of rows with all that hangs on them: their one plan for whatever is asked takes thirty times as long. The
 * names are the pool's: this module may be loaded twice, and the same name twice would be two statements.
 */
function statementNames(): (sql: string) => string {
  const names = new Map<string, string>();
  return (sql) => {
    if (sql.includes("__prisma_data__")) return "";
    const known = names.get(sql);
    if (known || names.size >= 1000) return known ?? "";
    const name = `kindroom_${names.size}`;
    names.set(sql, name);
    return name;
  };
}
