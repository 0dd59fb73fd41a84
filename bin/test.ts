import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildIfNeeded } from "./build.ts";
import { type BrowserReport, failuresOf, type UnitReport } from "./test-failures.ts";

// Everything, in order of speed: types, unit and integration tests against a real PostgreSQL and real mail,
// then a person's journeys in a real browser against the production build. The last line sums up.
const reports = mkdtempSync(join(tmpdir(), "kindroom-reports-"));
await run("node_modules/next/dist/bin/next", ["typegen"]);
const typesHold = (await run("node_modules/typescript/bin/tsc", ["--noEmit"])) === 0;
await run("node_modules/vitest/vitest.mjs", [
  "run",
  "--config",
  "lib/testing/vitest.config.ts",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${reports}/vitest.json`,
]);
await buildIfNeeded();
await run("node_modules/@playwright/test/cli.js", ["test", "--config", "e2e/playwright.config.ts"], {
  PLAYWRIGHT_JSON_OUTPUT_FILE: `${reports}/playwright.json`,
});

const unit = report<UnitReport>("vitest");
const browser = report<BrowserReport>("playwright");
rmSync(reports, { recursive: true, force: true });

const passed = (unit?.numPassedTests ?? 0) + (browser ? browser.stats.expected + browser.stats.flaky : 0);
const failed =
  (typesHold ? 0 : 1) +
  (unit ? Math.max(unit.numFailedTests, unit.success ? 0 : 1) : 1) +
  (browser ? browser.stats.unexpected + browser.errors.length : 1);
// Once more at the end, so that a log that was cut still says it.
for (const { name, error } of failuresOf(unit, browser)) console.log(`\nFailed: ${name}\n${error}`);
if (browser?.stats.flaky)
  console.log(`\n${browser.stats.flaky} of the passed needed a second try, see above.`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

function run(script: string, args: string[], environment: Record<string, string> = {}): Promise<number> {
  const child = spawn(process.execPath, [script, ...args], {
    stdio: "inherit",
    env: { ...process.env, ...environment },
  });
  return new Promise((done) => child.on("exit", (code) => done(code ?? 1)));
}

/** A runner's own count, or null when it did not get as far as writing one. */
function report<T>(name: string): T | null {
  try {
    return JSON.parse(readFileSync(join(reports, `${name}.json`), "utf8")) as T;
  } catch {
    return null;
  }
}
