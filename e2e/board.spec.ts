import { readFileSync } from "node:fs";
import type { Browser, Page } from "@playwright/test";
import Papa from "papaparse";
import { checkLooks } from "./support/accessible.ts";
import { databaseFile, sharedClinic, signedIn } from "./support/addresses.ts";
import { openForm, partyFields } from "./support/form.ts";
import { anOpenGroup } from "./support/group.ts";
import { linkIn, mailTo } from "./support/mail.ts";
import { query } from "./support/postgres.ts";
import { signInAs } from "./support/sign-in.ts";
import { expect, test } from "./support/test.ts";

test("two admins at once: the second sees what the first did and can't repeat it", async ({
  browser,
  somebody,
}) => {
  test.setTimeout(120_000);
  const { board } = await aLine(browser, "Two at the board", "one");
  const alex = await somebody({ storageState: signedIn("admin") });
  const jo = await somebody();
  await anotherAdmin(jo, "jo@willowstreet.example");
  await Promise.all([alex.goto(board), jo.goto(board)]);
  await expect(inLine(jo, "Tomas one")).toContainText("place 2");

  await decide(alex, "Offer now", "Tomas one", "");
  await expect(alex.getByText("Please write why. The party can read it.")).toBeVisible();
  await decide(alex, "Offer now", "Tomas one", "Their therapist asked for it");
  await expect(alex.getByText("Offered to Tomas one")).toBeVisible();
  await expect(inLine(alex, "Tomas one")).toHaveCount(0);
  await expect(alex.getByRole("button", { name: "Ask Tomas one again" })).toBeVisible();

  // Jo still sees the line before it.
  await decide(jo, "Offer now", "Tomas one", "They called");
  await expect(jo.getByText("Somebody has already done this")).toBeVisible();
  await expect(inLine(jo, "Tomas one")).toHaveCount(0);
  await expect(jo.getByRole("button", { name: "Undo" })).toHaveCount(0);

  // A party of four needs more than is left.
  await decide(jo, "Offer now", /Rae one/, "They called");
  await expect(jo.getByText("Only 2 places are free, and that does not suffice for them.")).toBeVisible();
  await expect(jo.getByLabel("Why").first()).toHaveValue("They called");

  // One letter, and the page behind its link says why.
  await expect.poll(async () => (await offers("tomas.one@example.org")).length, { timeout: 45_000 }).toBe(1);
  const visitor = await somebody();
  const [letter] = await offers("tomas.one@example.org");
  await visitor.goto(linkIn(letter!, /\/place\//));
  await expect(visitor.getByText("Their therapist asked for it")).toBeVisible();
  await alex.reload();
  await expect(alex.getByText("The letter is on its way.")).toBeVisible();
  await expect(alex.getByRole("button", { name: "Undo" })).toHaveCount(0);
});

test("what is undone before its letter is sent was never sent, without JavaScript too", async ({
  browser,
  somebody,
}) => {
  test.setTimeout(120_000);
  const { board } = await aLine(browser, "Undone", "two");
  const page = await somebody({ storageState: signedIn("admin"), javaScriptEnabled: false });
  await page.goto(board);
  await decide(page, "Offer now", "Tomas two", "They called");
  await expect(page.getByText("Offered to Tomas two")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("no letter goes out")).toBeVisible();
  await expect(inLine(page, "Tomas two")).toContainText("place 2");

  await decide(page, "Take out of line", /Rae two/, "They found another group");
  await expect(page.getByText(/^Taken out of line: Rae two/)).toBeVisible();
  await expect(inLine(page, /Rae two/)).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(inLine(page, /Rae two/)).toContainText("place 1");
  await inLine(page, /Rae two/)
    .getByText("What happened so far")
    .click();
  await expect(inLine(page, /Rae two/)).toContainText("You have your old place.");

  await inLine(page, /Rae two/)
    .getByRole("button", { name: /Leave out for a while/ })
    .click();
  await expect(page.getByText(/^Left out for a while: Rae two/)).toBeVisible();
  await expect(inLine(page, /Rae two/)).toContainText("They asked to be left out for a while, on ");
  await expect(inLine(page, /Rae two/).getByText("Offer now")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(/^Back in line: Rae two/)).toBeVisible();
  await expect(inLine(page, /Rae two/)).not.toContainText("paused");

  const letters = await query<{ address: string; state: string; error: string }>(
    readFileSync(databaseFile, "utf8"),
    `SELECT "address"::text, "state"::text, "error" FROM "Message"
     WHERE "address" LIKE '%two@example.org' AND "template" IN ('offer', 'taken-out') ORDER BY "createdAt", "address"`,
  );
  const withdrawn = (address: string) => ({
    address,
    state: "kept",
    error: "Taken back before it was sent.",
  });
  // Without the head of the line those behind it were offered the free chairs, by the policy and at once.
  expect(letters.filter(({ state, error }) => state === "kept" && error !== withdrawn("").error)).toEqual([]);
  for (const name of ["tomas", "rae", "sol", "emi", "kai"])
    expect(letters).toContainEqual(withdrawn(`${name}.two@example.org`));
});

test("an admin finds anybody in any line, and keeps it as a spreadsheet", async ({ browser, somebody }) => {
  const { board } = await aLine(browser, "To be found", "three");
  const page = await somebody({ storageState: signedIn("admin") });
  await page.goto("/staff/waitlist");
  await page.getByLabel("Find somebody by name or address").fill("RAE.THREE@example");
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page.getByRole("row")).toHaveCount(2);
  await expect(page.getByRole("row").nth(1)).toContainText("place 1");
  await page.getByLabel("Find somebody by name or address").fill("three");
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page.getByRole("row")).toHaveCount(4);
  await page.getByRole("link", { name: "Asked", exact: true }).click();
  await expect(page.getByRole("row")).toHaveCount(2);
  await expect(page.getByRole("row").nth(1)).toContainText("Ida three");
  await page.getByRole("link", { name: "Waiting", exact: true }).click();
  await expect(page.getByRole("row")).toHaveCount(3);
  await page.getByRole("row").nth(2).getByRole("link", { name: "To be found" }).click();
  await expect(page).toHaveURL(new RegExp(board));

  expect(await saved(page)).toEqual([
    ["To be found", "asked", "", "Ida three", "ida.three@example.org"],
    ["To be found", "waiting", "1", "Rae three; Sol three; Emi three; Kai three", "rae.three@example.org"],
    ["To be found", "waiting", "2", "Tomas three", "tomas.three@example.org"],
  ]);
  await page.goto("/staff/waitlist");
  const everybody = await saved(page);
  expect(everybody.filter(([group]) => group === "To be found")).toHaveLength(3);
  expect(new Set(everybody.map(([group]) => group)).size).toBeGreaterThan(1);
});

test("the board is for everybody, also with a notice on it", async ({ browser, somebody }) => {
  const { board } = await aLine(browser, "Looked at", "four");
  const page = await somebody({ storageState: signedIn("admin") });
  await page.goto(board);
  await decide(page, "Offer now", "Tomas four", "They called");
  await expect(page.getByText("Offered to Tomas four")).toBeVisible();
  await inLine(page, /Rae four/)
    .getByText("Offer now")
    .click();
  await checkLooks(page);
  const facilitator = await somebody({ storageState: signedIn("facilitator") });
  await facilitator.goto(board);
  await expect(inLine(facilitator, /Rae four/)).toBeVisible();
  await expect(facilitator.getByText("Offer now")).toHaveCount(0);
  await checkLooks(facilitator);
});

/** A group of four chairs that serves in order: Ida is asked, four wait for the free ones, and Tomas behind them. */
async function aLine(browser: Browser, title: string, last: string) {
  const group = await anOpenGroup(browser, { title, places: 4 });
  const cohortId = group.split("/").at(-1) ?? "";
  await query(
    readFileSync(databaseFile, "utf8"),
    `UPDATE "Cohort" SET "policy" = 'inOrder' WHERE "id" = $1`,
    [cohortId],
  );
  for (const names of [["Ida"], ["Rae", "Sol", "Emi", "Kai"], ["Tomas"]]) {
    const form = await openForm(`${sharedClinic.baseUrl}${group}/join`, "formToken");
    const fields = partyFields(names.map((name) => `${name} ${last}`));
    const { status } = await form.send(names.length > 2 ? { ...fields, company: "partners" } : fields);
    expect(status).toBe(303);
  }
  return { board: `/staff/waitlist/${cohortId}` };
}

async function anotherAdmin(page: Page, email: string): Promise<void> {
  await query(
    readFileSync(databaseFile, "utf8"),
    `INSERT INTO "User" ("id", "email", "name", "role") VALUES (gen_random_uuid(), $1, 'Jo Moreno', 'admin')`,
    [email],
  );
  await signInAs(page, email);
}

function inLine(page: Page, names: string | RegExp) {
  return page
    .getByRole("main")
    .locator("ol > li")
    .filter({ hasText: names })
    .filter({ hasText: /place \d/ });
}

/** Opens a decision about a party, writes why, and presses its button. */
async function decide(
  page: Page,
  what: "Offer now" | "Take out of line",
  names: string | RegExp,
  why: string,
) {
  const decision = inLine(page, names).locator("details").filter({ hasText: what });
  if (!(await decision.getByLabel("Why").isVisible())) await decision.locator("summary").click();
  await decision.getByLabel("Why").fill(why);
  await decision.getByRole("button").click();
}

async function offers(address: string) {
  return (await mailTo(address)).filter(({ subject }) => /kept for you/.test(String(subject)));
}

/** The first columns of the spreadsheet that the page gives, without its head. */
async function saved(page: Page): Promise<string[][]> {
  const link = page.getByRole("link", { name: "Save as a spreadsheet" });
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  expect(download.suggestedFilename()).toMatch(/^waitlist.*\.csv$/);
  const text = readFileSync(await download.path(), "utf8");
  expect(text.codePointAt(0)).toBe(0xfeff);
  return Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true })
    .data.slice(1)
    .map((row) => row.slice(0, 5));
}
