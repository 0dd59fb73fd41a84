import type { Page } from "@playwright/test";
import { aHandout } from "#lib/testing/demo-files.ts";
import { signedIn } from "./support/addresses.ts";
import { anOpenGroup } from "./support/group.ts";
import { openThread, write } from "./support/inbox.ts";
import { letter, linkIn, mailTo } from "./support/mail.ts";
import { expect, test } from "./support/test.ts";

test.use({ storageState: signedIn("admin") });

test("a message is read, corrected and accepted, and each of them is asked for their own yes", async ({
  page,
  browser,
}) => {
  await anOpenGroup(browser, { title: "Accepted by mail", places: 6 });
  await write({
    from: "Tilda Berg <tilda@example.net>",
    subject: "Room for Tilda",
    text: "Hello, my partner Ash and I would love to join. Tilda",
  });
  await openThread(page, "Room for Tilda");
  await page.getByLabel("Group", { exact: true }).selectOption({ label: await groupLabel(page) });
  await page.getByText("Correct it").click();
  await page.getByLabel("Places", { exact: true }).fill("2");
  await page.getByLabel("E-mail address").nth(1).fill("");
  await page.getByLabel("Name", { exact: true }).nth(1).fill("");
  await page.getByRole("button", { name: "Looks right" }).click();
  await expect(page.getByText("One of them is not named yet.")).toBeVisible();
  await expect(page.getByLabel("Places", { exact: true })).toHaveValue("2");
  await page.getByLabel("Name", { exact: true }).nth(1).fill("Ash Berg");
  await page.getByLabel("E-mail address").nth(1).fill("ash@example.net");
  await page.getByRole("button", { name: "Keep what I corrected" }).click();
  await expect(page.getByText("From now on, mail changes nothing in this draft")).toBeVisible();
  await expect(page.getByText("corrected by us")).toBeVisible();
  expect(await mailTo("ash@example.net")).toHaveLength(0);
  await page.getByRole("button", { name: "Looks right" }).click();
  await expect(page.getByText("Each of them is asked")).toBeVisible();
  await expect(page.getByText("Enrolled", { exact: true })).toBeVisible();
  await expect(page.getByText("Tilda Berg and Ash Berg", { exact: true })).toBeVisible();
  for (const address of ["tilda@example.net", "ash@example.net"])
    expect(linkIn(await letter(address, /\/place\//), /\/place\//)).toBeTruthy();
});

async function groupLabel(page: Page): Promise<string> {
  const option = page.getByLabel("Group", { exact: true }).locator("option", { hasText: "Accepted by mail" });
  return (await option.textContent()) ?? "";
}

test("an answer from a saved one, with a file, can be taken back, and then goes to who wrote", async ({
  page,
}) => {
  await write({ from: "Uri Stein <uri@example.net>", subject: "Uri asks", text: "Is the half day extra?" });
  await openThread(page, "Uri asks");
  await expect(page.getByText("To Uri Stein, uri@example.net")).toBeVisible();
  const words = page.getByLabel("Your words");
  await words.fill("Good to hear from you.");
  await page.getByLabel("A saved answer").selectOption("The half day");
  await page.getByRole("button", { name: "Put it in" }).click();
  await expect(words).toHaveValue(/^Good to hear from you\.\n\nHello Uri Stein,\n\nThe half day/);
  await words.fill("Hello {who}, it is part of the program.");
  await page.getByRole("button", { name: "Send the answer" }).click();
  await expect(page.getByText("There is no field {who}.").first()).toBeVisible();
  await expect(words).toHaveValue("Hello {who}, it is part of the program.");
  await words.fill("Hello {name}, it is part of the program.");
  await page.getByRole("button", { name: "Send the answer" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("No letter goes out.")).toBeVisible();
  await expect(words).toHaveValue("Hello Uri Stein, it is part of the program.");

  const file = aHandout("The dates");
  const buffer = Buffer.from(await file.arrayBuffer());
  await page.getByLabel("Files").setInputFiles({ name: "dates.pdf", mimeType: "application/pdf", buffer });
  await page.getByRole("button", { name: "Send the answer" }).click();
  await expect(page.getByText("Answered", { exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "dates.pdf" })).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "dates.pdf" }).click();
  expect((await download).suggestedFilename()).toBe("dates.pdf");
  await expect
    .poll(async () => (await mailTo("uri@example.net")).some(({ subject }) => subject === "Re: Uri asks"), {
      timeout: 45_000,
    })
    .toBe(true);
  const sent = (await mailTo("uri@example.net")).filter(({ subject }) => subject === "Re: Uri asks");
  expect(sent).toHaveLength(1);
  expect(sent[0]?.text).toContain("Hello Uri Stein, it is part of the program.");
  expect(sent[0]?.inReplyTo).toBeTruthy();
  expect(sent[0]?.attachments.map(({ filename }) => filename)).toEqual(["dates.pdf"]);
});

test("whoever answers second hears that a colleague was first, and keeps their words", async ({
  page,
  somebody,
}) => {
  await write({ from: "Vera Lund <vera@example.net>", subject: "Vera asks", text: "Is there a lift?" });
  await openThread(page, "Vera asks");
  const other = await somebody({ storageState: signedIn("admin") });
  await other.goto(page.url());
  await other.getByLabel("Your words").fill("Yes, there is.");
  await other.getByRole("button", { name: "Send the answer" }).click();
  await expect(other.getByText("Answered", { exact: true })).toBeVisible();
  await page.getByLabel("Your words").fill("There is one, on the left.");
  await page.getByRole("button", { name: "Send the answer" }).click();
  await expect(page.getByText("Alex Tremblay answered a minute ago.").first()).toBeVisible();
  await expect(page.getByLabel("Your words")).toHaveValue("There is one, on the left.");
});

test("a note is kept among staff, a thread is put off and comes back", async ({ page }) => {
  await write({ from: "Wim Kok <wim@example.net>", subject: "Wim asks", text: "In spring, perhaps?" });
  await openThread(page, "Wim asks");
  await page.getByLabel("Add a note").fill("He called on Friday.");
  await page.getByRole("button", { name: "Keep the note" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "He called on Friday." })).toBeVisible();
  const address = new URL(page.url()).pathname;
  await page.locator("summary").filter({ hasText: "Put it off" }).click();
  await page.getByRole("button", { name: "Put it off" }).click();
  await expect(page.getByText("Please choose a date.").first()).toBeVisible();
  await page.getByRole("button", { name: "In a week" }).click();
  await page.waitForURL((url) => url.pathname !== address);
  await page.goto("/staff/inbox?state=later");
  await page.getByRole("link", { name: /Wim asks/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Wim asks" })).toBeInViewport();
  await page.getByRole("button", { name: "Bring it back now" }).click();
  await expect(page.getByRole("button", { name: "Bring it back now" })).toHaveCount(0);
});

test("two threads of one person become one and come apart, and one becomes two", async ({ page }) => {
  await write({ from: "Xenia Roy <xenia@example.net>", subject: "Xenia writes", text: "About Tuesday." });
  await openThread(page, "Xenia writes");
  const old = new URL(page.url()).pathname;
  await write({
    from: "Xenia Roy <xenia@example.net>",
    cc: "Yan Roy <yan.roy@example.net>",
    subject: "Xenia once more",
    text: "And Yan comes too.",
  });
  await openThread(page, "Xenia once more");
  await page.getByRole("button", { name: "Make one thread of the two" }).click();
  await expect(page.getByText("One thread now")).toBeVisible();
  await expect(page.getByText("About Tuesday.").first()).toBeVisible();
  const one = new URL(page.url()).pathname;
  await page.goto(old);
  expect(new URL(page.url()).pathname).toBe(one);
  await page.getByRole("button", { name: "Take them apart again" }).click();
  await expect(page.getByRole("button", { name: "Make one thread of the two" })).toBeVisible();

  await page.goto(old);
  await page.getByRole("button", { name: "From here on, a thread of its own" }).first().click();
  await expect(page.getByText("A thread of its own", { exact: true })).toBeVisible();
  expect([one, old]).not.toContain(new URL(page.url()).pathname);
});

test("a day's mail is gone through by keys alone, and never while typing", async ({ page }) => {
  const run = `run${crypto.randomUUID().slice(0, 8)}`;
  for (const name of ["Alpha", "Bravo", "Chime"])
    await write({
      from: `${name} <${name.toLowerCase()}@keys.example>`,
      subject: `Key ${name}`,
      text: run,
    });
  const rows = page.locator("a[data-thread]");
  await expect(async () => {
    await page.goto(`/staff/inbox?q=${run}`);
    await expect(rows).toHaveCount(3, { timeout: 500 });
  }).toPass();
  const heading = page.getByRole("heading", { level: 1 });
  // A key that is pressed before the page's script is there is nobody's.
  const isOpen = async (title?: string) => {
    await expect(heading).toHaveText(String(title));
    await page.waitForLoadState("networkidle");
  };
  const titles = (await rows.allTextContents()).map((text) => /Key (Alpha|Bravo|Chime)/.exec(text)?.[0]);
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press("k");
  await page.keyboard.press("Enter");
  await isOpen(titles[0]);
  await page.keyboard.press("a");
  await expect(page.getByText("You look after it.")).toBeVisible();
  await page.keyboard.press("r");
  await page.keyboard.type("jest");
  await expect(page.getByLabel("Your words")).toHaveValue("jest");
  await expect(heading).toHaveText(String(titles[0]));
  await page.getByLabel("Your words").blur();
  await page.keyboard.press("s");
  await expect(page.getByRole("button", { name: "Tomorrow" })).toBeFocused();
  await page.keyboard.press("e");
  await isOpen(titles[1]);
  // A key that was pressed too soon costs neither the thread nor what was written in it.
  await expect(page.getByLabel("Your words")).toHaveValue("");
  await page.getByRole("button", { name: "Undo" }).click();
  await isOpen(titles[0]);
  await expect(page.getByText("This is new.")).toBeVisible();
  await expect(page.getByLabel("Your words")).toHaveValue("jest");
  await page.keyboard.press("e");
  await isOpen(titles[1]);
  await page.keyboard.press("j");
  await isOpen(titles[2]);
  await page.keyboard.press("/");
  await expect(page.getByLabel("Search all mail")).toBeFocused();
  await page.getByLabel("Search all mail").blur();
  await page.keyboard.press("?");
  await page.getByLabel("Use these keys on this computer").uncheck();
  await page.getByLabel("Use these keys on this computer").blur();
  await page.keyboard.press("k");
  await page.keyboard.press("/");
  await expect(page.getByLabel("Search all mail")).not.toBeFocused();
  await expect(heading).toHaveText(String(titles[2]));
});
