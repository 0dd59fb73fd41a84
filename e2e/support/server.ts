import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { startEmbedded } from "../../bin/database/embedded.ts";
import { databaseFile, sharedClinic } from "./addresses.ts";
import { emptyDatabase, settingsAt } from "./clinic.ts";
import { keepMail } from "./post.ts";
import { forTests } from "./postgres.ts";
import { startServer } from "./program.ts";

/** Starts what a clinic has: PostgreSQL, a mail server that takes what we send, and the production build with its demo. */
export default async function setup() {
  const settings = settingsAt(sharedClinic);
  const folder = join(sharedClinic.dataFolder, "postgres");
  const postgres = await startEmbedded(folder, forTests);
  const database = await emptyDatabase(postgres.url("postgres"), "kindroom");
  writeFileSync(databaseFile, database);
  const mail = await keepMail(sharedClinic);
  const server = await startServer({ ...settings, DATABASE_URL: database });

  return async () => {
    await server.stop();
    await mail.stop();
    await postgres.stop();
  };
}
