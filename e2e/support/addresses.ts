import { join } from "node:path";

const results = join(import.meta.dirname, "../../test-results");

/** Where the clinics under test begin to listen; another one lets two checkouts be tested at once. */
const firstPort = Number(process.env.E2E_PORT ?? 3917);

/** The clinic with the demo that the tests share. */
export const sharedClinic = clinicAt("shared", firstPort);
/** Of the clinic that the test of who may do what starts for itself. */
export const accessPort = firstPort + 10;
/** One test's own, empty at first: its clock moves on by weeks, which would disturb the others. */
export const storyClinic = clinicAt("story", firstPort + 20);
/** The same, for the test of the waitlist. */
export const waitlistClinic = clinicAt("waitlist", firstPort + 30);
/** The same, for the test of a whole course. */
export const courseClinic = clinicAt("course", firstPort + 40);

/** The address of the shared clinic's database, written by the set-up. */
export const databaseFile = join(results, "database");

export type ClinicAddresses = ReturnType<typeof clinicAt>;

/** Where a clinic under test is. Fixed, because the runner, its workers and the server must all know. */
function clinicAt(name: string, port: number) {
  const folder = join(results, `clinic-${name}`);
  return {
    port,
    baseUrl: `http://localhost:${port}`,
    mailInPort: port + 1,
    mailOutPort: port + 2,
    /** Each message that went out, one file a message. */
    mailFolder: join(folder, "mail"),
    /** Milliseconds that the clinic's clock is ahead. */
    clockFile: join(folder, "clock"),
    dataFolder: join(folder, "data"),
  };
}

/** Where the cookie of somebody signed in is kept, for the tests that begin so. */
export function signedIn(who: string): string {
  return join(results, "signed-in", `${who}.json`);
}
