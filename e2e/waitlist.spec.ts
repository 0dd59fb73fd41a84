import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { checkLooks } from "./support/accessible.ts";
import { databaseFile, waitlistClinic } from "./support/addresses.ts";
import { emptyDatabase, settingsAt } from "./support/clinic.ts";
import { fillForm } from "./support/group.ts";
import { letter as letterAt, linkIn, mailTo } from "./support/mail.ts";
import type { MailServer } from "./support/mail-server.ts";
import { keepMail } from "./support/post.ts";
import { query } from "./support/postgres.ts";
import { type Server, startServer } from "./support/program.ts";
import { expect, test } from "./support/test.ts";

// A clinic of its own: the first story moves its clock on, and nobody else's.
test.use({ baseURL: waitlistClinic.baseUrl });
test.describe.configure({ mode: "serial" });

let settings: Record<string, string>;
let clinic: Server;
let mail: MailServer;
test.beforeAll(async () => {
  const DATABASE_URL = await emptyDatabase(readFileSync(databaseFile, "utf8"), "waitlist");
  const SECRET = "a secret of the tests, long enough to pass";
  settings = { ...settingsAt(waitlistClinic), DATABASE_URL, SECRET };
  mail = await keepMail(waitlistClinic);
  clinic = await startServer(settings, ["--empty"]);
});
test.afterAll(async () => {
  await clinic?.stop();
  await mail?.stop();
});

test("of three who would take two, two are enrolled and the third waits on", async ({ page, somebody }) => {
  test.setTimeout(150_000);
  const { cohortId, inside } = aFullGroup("Thursdays", 3);
  const [rae, sol, emi] = [person("Rae"), person("Sol"), person("Emi")];
  await fillForm(page, `/cohorts/${cohortId}`, [rae, sol, emi]);
  await page.getByRole("button", { name: "Join the waitlist" }).click();
  await openPlace(page, rae.email, /You are in line/);
  await page.getByRole("link", { name: "Some of us would come without the others" }).click();
  await checkLooks(page);
  await page.getByLabel("Rae (you)").check();
  await page.getByLabel("Emi", { exact: true }).check();
  await page.getByRole("button", { name: "Keep it like this" }).click();
  await expect(page.getByText("Your party would take 2 places when there isn't room")).toBeVisible();
  await expect(page.getByText("Comes also without the others")).toHaveCount(2);
  await checkLooks(page);

  const leaver = await somebody();
  for (const token of inside.slice(0, 2)) await giveUp(leaver, token);
  await openPlace(page, rae.email, /2 places are kept for you until/);
  await expect(heading(page)).toHaveText("There are two places for some of you");
  await checkLooks(page);
  const sols = await somebody();
  await openPlace(sols, sol.email, /You are in line/);
  await expect(heading(sols)).toHaveText("You wait on, in your place");
  await expect(sols.getByRole("button", { name: "Yes, I'm coming" })).toHaveCount(0);
  expect((await mailTo(sol.email, waitlistClinic)).map(({ subject }) => subject)).toHaveLength(1);

  await page.getByRole("button", { name: "Yes, I'm coming" }).click();
  await expect(heading(page)).toHaveText("You have said yes");
  await expect(page.getByText(/We wait for Emi, until/)).toBeVisible();
  const emis = await somebody();
  await openPlace(emis, emi.email, /2 places are kept for you until/);
  await emis.getByRole("button", { name: "Yes, I'm coming" }).click();
  await expect(heading(emis)).toHaveText("You are enrolled");
  await letter(sol.email, /Your place is your own/);
  await sols.reload();
  await expect(heading(sols)).toHaveText("You are in line");
  await expect(sols.getByText("You are the first in line.")).toBeVisible();
  await expect(sols.getByText(/\bRae\b/)).toHaveCount(0);
  await checkLooks(sols);
});

test("of a couple one accepts and the other lets it lapse: who said yes is asked anew", async ({
  page,
  somebody,
}) => {
  test.setTimeout(180_000);
  const { cohortId, inside } = aFullGroup("Fridays", 2);
  const [ana, noor] = [person("Ana"), person("Noor")];
  await fillForm(page, `/cohorts/${cohortId}`, [ana, noor]);
  await page.getByRole("button", { name: "Join the waitlist" }).click();
  const leaver = await somebody();
  for (const token of inside) await giveUp(leaver, token);
  await openPlace(page, ana.email, /2 places are kept for you until/);
  await letter(noor.email, /2 places are kept for you until/);
  await page.getByRole("button", { name: "Yes, I'm coming" }).click();
  await expect(page.getByText(/We wait for Noor, until/)).toBeVisible();

  await test.step("a day before the end Noor is reminded, and Ana is not", async () => {
    await moveClock(30, "remind-holders");
    await expect.poll(() => subjects(noor.email), { timeout: 45_000 }).toContainEqual(reminder);
    expect(await subjects(ana.email)).not.toContainEqual(reminder);
  });

  await test.step("the time runs out: Ana is asked for herself, in her old place", async () => {
    await moveClock(50, "expire-holds");
    await expect
      .poll(() => subjects(ana.email), { timeout: 45_000 })
      .toContainEqual(expect.stringMatching(/^A place is kept for you until/));
    await page.reload();
    await expect(heading(page)).toHaveText("There is a place for you");
    await expect(page.getByText("Whoever had said yes keeps the place in line.")).toBeVisible();
    await expect(page.getByText(/\bNoor\b/)).toHaveCount(0);
    await checkLooks(page);
    await page.getByRole("button", { name: "Yes, I'm coming" }).click();
    await expect(heading(page)).toHaveText("You are enrolled");
  });
});

const reminder = expect.stringMatching(/^A reminder: 2 places are kept until/);

function aFullGroup(title: string, seats: number): { cohortId: string; inside: string[] } {
  const made = execFileSync(process.execPath, ["e2e/support/make-full-cohort.ts", title, String(seats)], {
    cwd: join(import.meta.dirname, ".."),
    env: { ...process.env, ...settings },
    encoding: "utf8",
  });
  return JSON.parse(made);
}

function person(name: string) {
  return { name: `${name} Berg`, email: `${name.toLowerCase()}@example.net` };
}

function heading(page: Page): Locator {
  return page.getByRole("heading", { level: 1 });
}

/** The clinic's clock is so many hours ahead from now on, and what runs every minute runs at once. */
async function moveClock(hours: number, job: string): Promise<void> {
  writeFileSync(waitlistClinic.clockFile, String(hours * 3_600_000));
  await query(String(settings.DATABASE_URL), "SELECT graphile_worker.add_job($1)", [job]);
}

async function giveUp(page: Page, token: string): Promise<void> {
  await page.goto(`/place/${token}/leave`);
  await page.getByRole("button", { name: "Give up my place" }).click();
  await expect(heading(page)).toHaveText("You gave up your place");
}

async function openPlace(page: Page, address: string, words: RegExp): Promise<void> {
  await page.goto(linkIn(await letter(address, words), /\/place\//));
}

function letter(address: string, words: RegExp) {
  return letterAt(address, words, waitlistClinic);
}

async function subjects(address: string): Promise<string[]> {
  return (await mailTo(address, waitlistClinic)).map(({ subject }) => String(subject));
}
