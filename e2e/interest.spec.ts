import type { Locator, Page } from "@playwright/test";
import { checkLooks } from "./support/accessible.ts";
import { signedIn } from "./support/addresses.ts";
import { anOpenGroup } from "./support/group.ts";
import { letter, linkIn } from "./support/mail.ts";
import { expect, test } from "./support/test.ts";

test("a couple joins the interest list, is invited, accepts by mail, and both say yes", async ({
  page,
  browser,
  somebody,
}) => {
  // Two pages are looked at in every size and light.
  test.slow();
  const [uli, vera] = [person("Uli"), person("Vera")];
  await join(page, [uli, vera]);
  await page.goto(await ownPage(vera.email));
  await expect(heading(page)).toHaveText("You are on the interest list");
  await expect(page.getByText("Tuesday and Wednesday evenings")).toBeVisible();
  await page.getByRole("button", { name: "Yes, I'd like to wait too" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Vera (you)" })).toContainText("Said yes");

  const group = await anOpenGroup(browser, { title: "Invited Wednesdays", places: 3 });
  const admin = await somebody({ storageState: signedIn("admin") });
  await sendTo(admin, group, [uli]);
  await expect(admin.getByText("1 invitation sent")).toBeVisible();
  await checkLooks(admin);

  await page.goto(linkIn(await letter(uli.email, /You are invited to a group/), /\/place\//));
  await expect(heading(page)).toHaveText("Invited Wednesdays");
  await checkLooks(page);
  await page.getByRole("button", { name: "Yes, keep two places" }).click();
  await expect(heading(page)).toHaveText("You have said yes");
  await page.goto(linkIn(await letter(vera.email, /Please say yes/), /\/place\//));
  await page.getByRole("button", { name: "Yes, I'm coming" }).click();
  await expect(heading(page)).toHaveText("You are enrolled");
  await letter(uli.email, /You are enrolled/);
  await admin.reload();
  await expect(admin.getByText("1 invitation: 1 accepted.")).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("who says not this time stays on the list, and leaves it by a press", async ({
    page,
    browser,
    somebody,
  }) => {
    const wim = person("Wim");
    await page.goto("/interest");
    await page.getByLabel("Tuesday evening").check();
    await page.getByLabel("Just me").check();
    await page.getByRole("button", { name: "Join the interest list" }).click();
    await expect(page.getByRole("heading", { name: "A few things to look at" })).toBeVisible();
    await expect(page.getByLabel("Tuesday evening")).toBeChecked();
    await join(page, [wim]);
    const group = await anOpenGroup(browser, { title: "Declined Wednesdays", places: 3 });
    const admin = await somebody({ storageState: signedIn("admin"), javaScriptEnabled: false });
    await sendTo(admin, group, [wim]);
    await page.goto(linkIn(await letter(wim.email, /You are invited to a group/), /\/place\//));
    await page.getByRole("button", { name: "Not this time, keep my place on the list" }).click();
    await expect(heading(page)).toHaveText("You are on the interest list");
    await admin.goto(`/staff${group}/invite`);
    await expect(admin.getByText("1 invitation: 1 not this time.")).toBeVisible();
    await page.getByText("Something else suits me now").click();
    await page.getByLabel("Saturday morning").check();
    await page.getByRole("button", { name: "Keep it like this" }).click();
    await expect(page.getByRole("definition").filter({ hasText: "Saturday mornings" })).toBeVisible();
    await page.getByText("I no longer want to wait").click();
    await page.getByRole("button", { name: "Leave the list" }).click();
    await expect(heading(page)).toHaveText("You are not on the interest list any more");
  });
});

test("a couple on the list comes apart: each waits on from the same day, and sees themself alone", async ({
  page,
  somebody,
}) => {
  const [bo, cleo] = [person("Bo"), person("Cleo")];
  await join(page, [bo, cleo]);
  await page.goto(await ownPage(cleo.email));
  await page.getByText("I'd rather wait on my own").click();
  await page.getByRole("button", { name: "Go on separately" }).click();
  await expect(page.getByText("I'd rather wait on my own")).toHaveCount(0);
  await expect(heading(page)).toHaveText("You are on the interest list");
  await expect(page.getByText(/\bBo\b/)).toHaveCount(0);
  const bos = await somebody();
  await bos.goto(linkIn(await letter(bo.email, /Your place on the list is your own/), /\/place\//));
  await expect(heading(bos)).toHaveText("You are on the interest list");
  await expect(bos.getByText("Cleo")).toHaveCount(0);
});

test("who is too late for the places is in line with the time that it waited", async ({
  page,
  browser,
  somebody,
}) => {
  const [xenia, yves] = [person("Xenia"), person("Yves")];
  await join(page, [xenia]);
  await join(page, [yves]);
  const group = await anOpenGroup(browser, { title: "One chair", places: 1 });
  const admin = await somebody({ storageState: signedIn("admin") });
  await sendTo(admin, group, [xenia, yves]);
  await expect(admin.getByText("2 invitations sent")).toBeVisible();
  await page.goto(linkIn(await letter(yves.email, /You are invited/), /\/place\//));
  await page.getByRole("button", { name: "Yes, keep a place" }).click();
  await expect(heading(page)).toHaveText("You are enrolled");
  await page.goto(linkIn(await letter(xenia.email, /You are invited/), /\/place\//));
  await page.getByRole("button", { name: "Yes, keep a place" }).click();
  await expect(heading(page)).toHaveText("You are in line");
  await expect(page.getByText("The places had gone when you answered")).toBeVisible();
});

/** Somebody else at a second try, because the first one still waits. */
function person(name: string) {
  const again = test.info().retry > 0 ? "-Holm" : "";
  return {
    name: `${name} Berg${again}`,
    email: `${name.toLowerCase()}${again}.waits@example.org`.toLowerCase(),
  };
}

type Person = ReturnType<typeof person>;

async function join(page: Page, [me, partner]: Person[]): Promise<void> {
  await page.goto("/");
  await page.getByRole("link", { name: "Join the interest list" }).click();
  await page.getByLabel(partner ? "Me and my partner" : "Just me", { exact: true }).check();
  await page.getByLabel("Your name").fill(String(me?.name));
  await page.getByLabel("Your e-mail").fill(String(me?.email));
  if (partner) {
    await page.getByLabel("Your partner's name").fill(partner.name);
    await page.getByLabel("Your partner's e-mail").fill(partner.email);
  }
  await page.getByLabel("Wednesday evening").check();
  await page.getByLabel("Tuesday evening").check();
  await page.getByRole("button", { name: "Join the interest list" }).click();
  await page.waitForURL(/joined/);
  await expect(heading(page)).toHaveText("You are on the interest list");
}

/** Sends a wave to the parties of these alone, whoever else is proposed. */
async function sendTo(admin: Page, group: string, people: Person[]): Promise<void> {
  await admin.goto(`/staff${group}/invite`);
  const closed = admin.locator("details:not([open]) > summary").filter({ hasText: /^Others who wait/ });
  if (await closed.isVisible()) await closed.click();
  for (const box of await admin.getByRole("checkbox").all()) {
    const label = await box.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? "");
    await box.setChecked(people.some(({ name }) => label.startsWith(name)));
  }
  await admin.getByRole("button", { name: "Send the invitations" }).click();
  await admin.waitForURL(/sent=/);
}

function heading(page: Page): Locator {
  return page.getByRole("heading", { level: 1 });
}

/** The newest link to their own page that somebody was sent. */
async function ownPage(address: string): Promise<string> {
  return linkIn(await letter(address, /\/place\//), /\/place\//);
}
