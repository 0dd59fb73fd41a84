// `npm run bench -- NAME`: runs bench/NAME.ts, which prints JSON lines: name, ratio, the two figures, their spread.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

const [name] = process.argv.slice(2);
const file = join(import.meta.dirname, `${name}.ts`);
const known = readdirSync(import.meta.dirname).filter((each) => each.endsWith(".ts") && each !== "run.ts");
if (!name || !existsSync(file) || !known.includes(`${name}.ts`)) {
  console.error(`Which one? npm run bench -- ${known.map((each) => each.replace(".ts", "")).join(" | ")}`);
  process.exit(1);
}
await import(file);
