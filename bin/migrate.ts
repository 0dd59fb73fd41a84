import { provideDatabase } from "./database/provide.ts";
import { provideSettings } from "./provide-settings.ts";

// `npm run migrate`: brings the database to the committed schema, without starting the clinic.
try {
  provideSettings();
  const database = await provideDatabase();
  console.log("The database is up to date.");
  await database.release();
  process.exit(0);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
