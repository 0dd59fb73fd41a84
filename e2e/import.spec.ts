import { join } from "node:path";
import { checkLooks } from "./support/accessible.ts";
import { signedIn } from "./support/addresses.ts";
import { anOpenGroup, fillForm } from "./support/group.ts";
import { mailTo } from "./support/mail.ts";
import { expect, test } from "./support/test.ts";

// Traces of axe's own work are large, and tell nothing.
test.use({ storageState: signedIn("admin"), trace: "off" });

const messy = join(import.meta.dirname, "../lib/imports/fixtures/waitlist.csv");

test("a messy spreadsheet becomes a line: columns, a look at every row, and everybody at their place", async ({
  page,
  somebody,
  browser,
}) => {
  test.slow();
  const group = await anOpenGroup(browser, { title: "Brought over", places: 2 });
  const visitor = await somebody();
  await fillForm(visitor, group, [
    { name: "Vera Lund", email: "vera.lund@example.org" },
    { name: "Ivo Lund", email: "ivo.lund@example.org" },
  ]);
  await visitor.getByRole("button", { name: "Keep two places" }).click();
  await visitor.waitForURL(/\/kept\//);

  await page.goto("/staff/waitlist");
  await page.getByRole("link", { name: "Bring over a list" }).click();
  await page.getByRole("button", { name: "Read the list" }).click();
  const alert = page.getByRole("main").getByRole("alert");
  await expect(alert.getByRole("link")).toHaveText(["Please choose a file, or paste the cells."]);
  await checkLooks(page);
  await page.getByLabel("It goes to").selectOption("Waitlist of Brought over");
  await page.getByLabel("Spreadsheet, saved as CSV").setInputFiles({
    name: "waitlist.xlsx",
    mimeType: "application/octet-stream",
    buffer: Buffer.from("PK\x03\x04"),
  });
  await page.getByRole("button", { name: "Read the list" }).click();
  await expect(alert).toContainText("In Excel choose File, Save as, “CSV UTF-8”");
  await page.getByLabel("Spreadsheet, saved as CSV").setInputFiles(messy);
  await page.getByRole("button", { name: "Read the list" }).click();

  await expect(page.getByRole("heading", { name: "What the columns are" })).toBeFocused();
  const columns = page.getByRole("main").getByRole("combobox");
  await expect(columns).toHaveCount(7);
  const chosen = async () =>
    columns.evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).selectedOptions[0]?.text));
  expect(await chosen()).toEqual([
    "Waiting since",
    "Name, or names",
    "Partner's name",
    "E-mail address",
    "Partner's e-mail address",
    "Number of people",
    "Don't bring over",
  ]);
  await expect(page.getByLabel("3 April: the day comes first")).toBeChecked();
  await checkLooks(page);
  await page.getByLabel("Name", { exact: true }).selectOption("Don't bring over");
  await page.getByRole("button", { name: "Show what will happen" }).click();
  await expect(alert).toContainText("Please say which column has the names.");
  await page.getByLabel("Name", { exact: true }).selectOption("Name, or names");
  await page.getByRole("button", { name: "Show what will happen" }).click();

  await expect(page.getByText("7 parties, 10 people will wait for “Brought over”.")).toBeVisible();
  await expect(
    page.getByText("6 rows to look at. 3 rows left out. Columns that stay behind: Notes."),
  ).toBeVisible();
  const row = (number: number) => page.getByRole("listitem").filter({ hasText: `Row ${number}` });
  await expect(row(13)).toContainText("“kai.example.org” can't be an e-mail address.");
  await expect(row(14)).toContainText("“30/02/2026” is not a date such as 3 March 2026.");
  await expect(row(16)).toContainText("They are 5, and a party in this group has at most 2.");
  await expect(row(5)).toContainText("It says the same as row 11.");
  await checkLooks(page);
  await page.getByRole("button", { name: "Bring over 7 parties, 10 people" }).click();
  await expect(alert).toContainText("Please mend these rows in the spreadsheet");
  await page.getByLabel("Leave these 6 rows out").check();
  await page.getByRole("button", { name: "Bring over 7 parties, 10 people" }).click();
  await expect(page.getByRole("status")).toContainText("7 parties, 10 people brought over");
  await expect(page.getByRole("heading", { name: "They are here" })).toBeFocused();
  await checkLooks(page);
  expect(new URL(page.url()).search).toBe("");

  await page.getByRole("link", { name: "See the waitlist" }).click();
  await page.goto(`/staff/waitlist/${group.split("/").at(-1)}`);
  const names = [
    "Mika Laine and Dov Laine",
    "Noor Haddad and Ana Silva",
    "Quinn and Quinn's partner",
    "Renée Côté",
    "Tom Silva",
    "Uma Rao",
    "Ines Duarte",
  ];
  const inLine = page.getByRole("heading", { name: "In line", exact: true });
  const line = page.locator("section").filter({ has: inLine }).locator("> ol > li");
  await expect(line).toHaveCount(names.length);
  for (const [index, name] of names.entries()) await expect(line.nth(index)).toContainText(name);
  expect(await mailTo("renee@example.org")).toEqual([]);
});

test("cells are pasted, brought over and written to without any script", async ({ somebody, browser }) => {
  await anOpenGroup(browser, { title: "Brought over by hand", places: 2 });
  const page = await somebody({ storageState: signedIn("admin"), javaScriptEnabled: false });
  await page.goto("/staff/waitlist/import");
  await page.getByLabel("It goes to").selectOption("Waitlist of Brought over by hand");
  const address = "three.of.us@example.org";
  await page
    .getByLabel("Or paste the cells here")
    .fill(`Who\tMail\nAna, Noor and Sol\t${address}\nOna Berg\tona.berg@example.org`);
  await page.getByRole("button", { name: "Read the list" }).click();
  await page.getByRole("button", { name: "Show what will happen" }).click();
  await expect(page.getByText("They are 3, and a party in this group has at most 2.")).toBeVisible();
  await page.getByLabel("Leave this row out").check();
  await page.getByLabel("Write to them that they are in line").check();
  await page.getByRole("button", { name: "Bring over 1 party, 1 person" }).click();
  await expect(page.getByRole("status")).toContainText("1 party, 1 person brought over");
  await expect(async () => expect(await mailTo("ona.berg@example.org")).toHaveLength(1)).toPass();
  expect(await mailTo(address)).toEqual([]);

  // For no group yet: from the interest list's own page it goes there.
  await page.goto("/staff/interest");
  await page.getByRole("link", { name: "Bring over a list" }).click();
  await page
    .getByLabel("Or paste the cells here")
    .fill("Who\tMail\tSince\nPia Holm\tpia.holm@example.org\t2024-05-01");
  await page.getByRole("button", { name: "Read the list" }).click();
  await page.getByRole("button", { name: "Show what will happen" }).click();
  await expect(page.getByText("will wait for the next groups of “Mindful Self-Compassion”")).toBeVisible();
  await page.getByRole("button", { name: "Bring over 1 party, 1 person" }).click();
  await page.getByRole("link", { name: "See the interest list" }).click();
  const pia = page.getByRole("row").filter({ hasText: "Pia Holm" });
  await expect(pia).toContainText("since 1 May 2024");
});
