import type { Client } from "pg";

/** A hash of all rows of each table, those of the job queue among them. */
export async function digest(database: Client): Promise<Record<string, string>> {
  const tables = await tablesOf(database, ["public", "graphile_worker"]);
  // A sum is the same in whatever order the rows come: to sort them takes most of the time.
  const hashes = tables.map(
    (table) => `SELECT '${table}' AS name, sum(hashtextextended(t::text, 0)) AS hash FROM ${table} AS t`,
  );
  const { rows } = await database.query<{ name: string; hash: string }>(hashes.join(" UNION ALL "));
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]));
}

/** The tables in which anything is otherwise. */
export function changed(before: Record<string, string>, after: Record<string, string>): string[] {
  const tables = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...tables].filter((table) => before[table] !== after[table]).sort();
}

/** Keeps all rows as they are now. What it returns brings those of some tables back, whatever happened since. */
export async function keep(database: Client): Promise<(changed: string[]) => Promise<void>> {
  const tables = await tablesOf(database, ["public"]);
  const kept = (table: string) => table.replace("public.", "kept.");
  await database.query("CREATE SCHEMA kept");
  for (const table of tables) await database.query(`CREATE TABLE ${kept(table)} AS TABLE ${table}`);
  return async (changed) => {
    const lost = changed.filter((table) => tables.includes(table));
    // As a replica applies rows: no trigger runs, so that what only ever grows or counts itself can be put back too.
    // So few rows are deleted faster than a table is truncated with all its indexes.
    const bringBack = [
      "BEGIN",
      "SET LOCAL session_replication_role = replica",
      ...lost.map((table) => `DELETE FROM ${table}`),
      ...lost.map((table) => `INSERT INTO ${table} SELECT * FROM ${kept(table)}`),
      "COMMIT",
    ].join("; ");
    await database.query(bringBack);
  };
}

async function tablesOf(database: Client, schemas: string[]): Promise<string[]> {
  const { rows } = await database.query<{ name: string }>(
    "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = ANY($1) ORDER BY 1",
    [schemas],
  );
  return rows.map(({ name }) => name);
}
