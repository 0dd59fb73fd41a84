import type { Page } from "@playwright/test";
import { signedIn } from "./support/addresses.ts";
import { openCohort } from "./support/group.ts";
import { letter, linkIn } from "./support/mail.ts";
import { expect, test } from "./support/test.ts";

test.use({ javaScriptEnabled: false, storageState: signedIn("facilitator") });

test("without JavaScript a facilitator writes to one person and to the group, looks first, takes back, and sends", async ({
  page,
}) => {
  // A letter waits a little, so that it can be taken back.
  test.slow();
  await openCohort(page, "Spring mornings");
  await page.getByRole("link", { name: "Write", exact: true }).click();
  await page.getByLabel("One person").check();
  await page.getByLabel("Person", { exact: true }).selectOption({ label: "Vera Lund" });
  await page.getByLabel("Subject").fill("A chair by the door");
  await page.getByLabel("Your words").fill("Hello {first name},\n\nIt is yours, {nick name}.\n\n{from}");
  await page.getByRole("button", { name: "See it as they will" }).click();
  await expect(page.getByText("{nick name} can’t be filled in.").first()).toBeVisible();
  await page.getByLabel("Your words").fill("Hello {first name},\n\nIt is yours.\n\n{from}");
  await page.getByRole("button", { name: "See it as they will" }).click();
  await expect(page.getByTitle("As Vera Lund reads it: A chair by the door")).toBeVisible();
  await page.getByRole("button", { name: "Send it now to 1 person" }).click();
  await expect(page.getByRole("status")).toHaveText(/^[01] of 1 sent/);
  const toVera = page.url();

  await page.getByRole("link", { name: "Write", exact: true }).click();
  await page.getByRole("link", { name: "Before we meet again" }).first().click();
  await page.getByRole("button", { name: "See it as they will" }).click();
  await page.getByRole("link", { name: "Pat Osei" }).click();
  await expect(page.getByTitle("As Pat Osei reads it: Before we meet again")).toBeVisible();
  await page.getByLabel(/^Or later/).fill("2040-03-05T09:00");
  await page.getByRole("button", { name: "Send it then" }).click();
  await expect(page.getByText("It goes out on Monday 5 March, 9:00 am, Toronto time")).toBeVisible();
  await page.getByRole("button", { name: "Take it back" }).click();
  await page.getByRole("button", { name: "Throw it away" }).click();
  await expect(page.getByRole("link", { name: "A chair by the door" })).toBeVisible();

  await sentTo(page, toVera);
  expect((await letter("vera.lund@example.org", /A chair by the door/)).text).toContain("Hello Vera,");
});

test("whoever gets a reminder chooses by the link in it, and nothing changes before they press", async ({
  page,
}) => {
  const place = linkIn(await letter("zofia.nowak@example.org", /\/place\//), /\/place\//);
  await page.goto(`${place}/reminders`);
  const day = page.getByLabel("a day before each session");
  await expect(day).toBeChecked();
  await page.reload();
  await expect(day).toBeChecked();
  await day.uncheck();
  await page.getByLabel("an hour before each session").check();
  await page.getByRole("button", { name: "Keep it like this" }).click();
  await expect(page.getByRole("status")).toHaveText("It is kept like this.");
  await page.goto(`${place}/reminders`);
  await expect(day).not.toBeChecked();
  await expect(page.getByLabel("an hour before each session")).toBeChecked();
});

/** Waits until a message says that all of it was sent: its page is looked at anew. */
async function sentTo(page: Page, address: string) {
  await expect(async () => {
    await page.goto(address);
    await expect(page.getByRole("status")).toHaveText("1 of 1 sent.", { timeout: 500 });
  }).toPass({ timeout: 60_000 });
}
