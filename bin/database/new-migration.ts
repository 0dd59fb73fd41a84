import { execFileSync } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { startEmbedded } from "./embedded.ts";
import { withSchemaEngine } from "./engine.ts";

/** `npm run migration -- a-few-words`: writes the SQL from the committed schema to the edited one. */
const words = process.argv.slice(2).join("_").replaceAll(/\W+/g, "_");
if (!words) {
  console.error("Say in a few words what the migration does: npm run migration -- add-interest-list");
  process.exit(1);
}

const root = fileURLToPath(new URL("../../", import.meta.url));
const after = await readFile(`${root}prisma/schema.prisma`, "utf8");
// The engine wants a server to talk to, though it only compares two texts.
const server = await startEmbedded(`${root}.data/scratch`);
const { stdout } = await withSchemaEngine(
  server.url("postgres"),
  (engine) =>
    engine.diff({
      from: committed(),
      to: schema(after),
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    }),
  after,
);
const stamp = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
const folder = `${root}prisma/migrations/${stamp}_${words}`;
await mkdir(folder, { recursive: true });
await writeFile(`${folder}/migration.sql`, stdout ?? "");
console.log(`Wrote prisma/migrations/${stamp}_${words}/migration.sql. Read it before you commit it.`);
await server.stop();
process.exit(0);

function schema(content: string) {
  return { tag: "schemaDatamodel" as const, files: [{ path: "schema.prisma", content }] };
}

function committed() {
  try {
    return schema(
      execFileSync("git", ["show", "HEAD:prisma/schema.prisma"], { cwd: root, encoding: "utf8" }),
    );
  } catch {
    return { tag: "empty" as const };
  }
}
