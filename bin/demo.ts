import { parseArgs } from "node:util";
import { BadSetting } from "#lib/config/settings.ts";
import { db } from "#lib/db/client.ts";
import { fillClinic } from "#lib/testing/demo.ts";
import { fillLargeClinic, large } from "#lib/testing/demo-large.ts";
import { provideDatabase } from "./database/provide.ts";
import { providePrograms } from "./provide-programs.ts";
import { provideSettings } from "./provide-settings.ts";
import { Refusal, step } from "./step.ts";

const { values: options } = parseArgs({
  options: {
    /** 200 groups, 5,000 people and 50,000 marks of attendance. */
    large: { type: "boolean", default: false },
    /** Another seed makes other groups. */
    seed: { type: "string", default: String(large.seed) },
  },
});

try {
  provideSettings();
  const database = await provideDatabase();
  await fill().finally(() => database.release());
  process.exit(0);
} catch (error) {
  if (!(error instanceof Refusal || error instanceof BadSetting)) throw error;
  console.error(error.message);
  process.exit(1);
}

async function fill(): Promise<void> {
  if ((await db.user.count()) > 0)
    throw new Refusal("There is somebody in this database already. The demo fills only an empty one.");
  await providePrograms();
  const began = performance.now();
  await step("Filling the demo clinic", () =>
    options.large ? fillLargeClinic(undefined, { ...large, seed: Number(options.seed) }) : fillClinic(),
  );
  const [cohorts, people, marks] = await Promise.all([
    db.cohort.count(),
    db.person.count(),
    db.attendanceMark.count(),
  ]);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${cohorts} groups, ${people} people and ${marks} marks of attendance, in ${seconds} s.`);
  console.log("`npm start` opens it.");
}
