import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { Refusal, step } from "./step.ts";

const sources = [
  "app",
  "lib",
  "emails",
  "prisma/schema.prisma",
  "instrumentation.ts",
  "next.config.js",
  "package-lock.json",
  "tsconfig.json",
];
const stamp = ".next/kindroom-build";

/** Builds for production unless the sources are as they were at the last build. @throws Refusal when it fails. */
export async function buildIfNeeded(): Promise<void> {
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  await step("Building (once after each change, about half a minute)", async () => {
    await promisify(execFile)(process.execPath, ["node_modules/next/dist/bin/next", "build"]).catch(
      (error) => {
        throw new Refusal(`The build did not succeed:\n${error.stdout}${error.stderr}`);
      },
    );
    writeFileSync(stamp, wanted);
  });
}

function fingerprint(): string {
  const hash = createHash("sha256");
  for (const file of sources.flatMap(filesBelow)) hash.update(file).update(readFileSync(file));
  return hash.digest("hex");
}

function filesBelow(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)))
    .filter((file) => !/\.test\.tsx?$/.test(file));
}
