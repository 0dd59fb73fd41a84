import { type Browser, expect, type Page } from "@playwright/test";
import { sharedClinic, signedIn } from "./addresses.ts";

type Group = { title: string; places: number };

/** Sam plans a group of the demo's clinic and opens it. Returns its public address; staff's is the same below /staff. */
export async function anOpenGroup(browser: Browser, group: Group): Promise<string> {
  const context = await browser.newContext({
    baseURL: sharedClinic.baseUrl,
    storageState: signedIn("facilitator"),
  });
  const page = await context.newPage();
  await fillGroup(page, group);
  await page.getByRole("button", { name: "Save the group" }).click();
  await page.getByRole("button", { name: "Open for enrolment" }).click();
  await expect(page.getByText("open for enrolment", { exact: true })).toBeVisible();
  const path = new URL(page.url()).pathname.replace("/staff", "");
  await context.close();
  return path;
}

/** Fills in the form for a group, on a Wednesday some months ahead. */
export async function fillGroup(page: Page, { title, places }: Group): Promise<void> {
  const today = Temporal.Now.plainDateISO();
  const wednesday = today.add({ weeks: 20 }).add({ days: 3 - today.dayOfWeek });
  await page.goto("/staff/cohorts/new");
  await page.getByLabel("Name of the group").fill(title);
  await page.getByLabel("First session on").fill(wednesday.toString());
  await page.getByLabel("Places", { exact: true }).fill(String(places));
}

type Person = { name: string; email: string };

/** Fills in the form at a group's public address. */
export async function fillForm(page: Page, group: string, [me, ...partners]: Person[]): Promise<void> {
  await page.goto(`${group}/join`);
  const company = ["Just me", "Me and my partner"][partners.length] ?? "Me and my partners";
  await page.getByLabel(company, { exact: true }).check();
  await page.getByLabel("Your name").fill(String(me?.name));
  await page.getByLabel("Your e-mail").fill(String(me?.email));
  for (const [index, { name, email }] of partners.entries()) {
    if (index > 1)
      await page
        .getByText("Add another person")
        .nth(index - 2)
        .click();
    const whose = `Your ${["", "second ", "third "][index]}partner's`;
    await page.getByLabel(`${whose} name`).fill(name);
    await page.getByLabel(`${whose} e-mail`).fill(email);
  }
}

/** Opens a group of the staff's list, on whichever of its pages it is: other tests make groups too. */
export async function openCohort(page: Page, title: string): Promise<void> {
  await page.goto("/staff/cohorts");
  const link = page.getByRole("link", { name: title });
  const next = page.getByRole("link", { name: "Next" });
  while ((await link.count()) === 0 && (await next.count()) > 0) {
    const from = page.url();
    await next.click();
    await page.waitForURL((url) => url.href !== from);
  }
  await link.click();
}
