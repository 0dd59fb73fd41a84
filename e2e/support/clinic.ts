import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import pg from "pg";
import type { ClinicAddresses } from "./addresses.ts";

/** The settings of a clinic at its addresses, with its folders made anew and its clock as it is. */
export function settingsAt(at: ClinicAddresses): Record<string, string> {
  for (const folder of [at.dataFolder, at.mailFolder]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  writeFileSync(at.clockFile, "0");
  return {
    PORT: String(at.port),
    APP_URL: at.baseUrl,
    DATA_DIR: at.dataFolder,
    CLOCK_FILE: at.clockFile,
    // The tests run at any hour.
    WAKING_HOURS: "0-24",
    WAKING_DAYS: "mon,tue,wed,thu,fri,sat,sun",
    SENDER_CHECKS: "off",
    MAIL_PORT: String(at.mailInPort),
    SMTP_URL: `smtp://127.0.0.1:${at.mailOutPort}`,
  };
}

/** Makes an empty database in a server, in place of one of that name. Returns its address. */
export async function emptyDatabase(server: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return Object.assign(new URL(server), { pathname: `/${name}` }).href;
}
