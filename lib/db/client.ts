import { PrismaPg } from "@prisma/adapter-pg";
import { settings } from "#lib/config/settings.ts";
import { PrismaClient } from "../../prisma/generated/client.ts";

const kept = globalThis as { kindroomDb?: PrismaClient };

/**
 * The one connection pool of this process. Made at first use, and kept across the reloads of
 * `npm run dev`, which would otherwise open a new pool at every change.
 */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get(_, property) {
    kept.kindroomDb ??= connect();
    const value = Reflect.get(kept.kindroomDb, property);
    return typeof value === "function" ? value.bind(kept.kindroomDb) : value;
  },
});

function connect(): PrismaClient {
  const { DATABASE_URL, DATABASE_POOL } = settings();
  if (!DATABASE_URL) throw new Error("DATABASE_URL is not set: start with `npm start`.");
  return new PrismaClient({
    adapter: new PrismaPg(
      { connectionString: DATABASE_URL, max: DATABASE_POOL },
      { statementNameGenerator: ({ sql }) => statementName(sql) },
    ),
    transactionOptions: { maxWait: 20_000, timeout: 20_000 },
  });
}

const statementNames = new Map<string, string>();

/**
 * A name for each statement, so that PostgreSQL parses and plans it once a connection: taking seats is
 * twice as fast for it. Statements that come in endless variants find the table full, and stay nameless, and so do
 * reads of rows with all that hangs on them: their one plan for whatever is asked takes thirty times as long.
 */
function statementName(sql: string): string {
  if (sql.includes("__prisma_data__")) return "";
  const known = statementNames.get(sql);
  if (known || statementNames.size >= 1000) return known ?? "";
  const name = `kindroom_${statementNames.size}`;
  statementNames.set(sql, name);
  return name;
}
