import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { runMigrations } from "graphile-worker";
import { withSchemaEngine } from "./engine.ts";

const migrationsFolder = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));

/**
 * Brings a database to the committed schema: the job queue's tables, then `prisma/migrations` in order.
 * Safe to repeat. Returns the names of the migrations that were applied now.
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  await runMigrations({ connectionString: databaseUrl, logger: undefined });
  const names = (await readdir(migrationsFolder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const migrationDirectories = await Promise.all(
    names.map(async (path) => ({
      path,
      migrationFile: {
        path: "migration.sql",
        content: {
          tag: "ok" as const,
          value: await readFile(`${migrationsFolder}/${path}/migration.sql`, "utf8"),
        },
      },
    })),
  );
  return withSchemaEngine(databaseUrl, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: {
        baseDir: migrationsFolder,
        lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
        shadowDbInitScript: "",
        migrationDirectories,
      },
      filters: { externalTables: [], externalEnums: [] },
    });
    return appliedMigrationNames;
  });
}
