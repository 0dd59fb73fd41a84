import { check } from "#lib/invariants/check.ts";
import { provideDatabase } from "./database/provide.ts";
import { provideSettings } from "./provide-settings.ts";

// `npm run audit`: holds the data against the rules of the design. Exit code 0 when all hold, 1 when not,
// 2 when it could not look.
try {
  provideSettings();
  const database = await provideDatabase();
  const findings = await check().finally(() => database.release());
  for (const { name, says, ids } of findings) {
    console.log(`${ids.length === 0 ? "holds " : "BROKEN"}  ${name.padEnd(22)} ${says}`);
    if (ids.length > 0)
      console.log(
        `        ${ids.slice(0, 20).join(" ")}${ids.length > 20 ? ` and ${ids.length - 20} more` : ""}`,
      );
  }
  process.exit(findings.every(({ ids }) => ids.length === 0) ? 0 : 1);
} catch (error) {
  console.error(`Could not look: ${(error as Error).message}`);
  process.exit(2);
}
