import { loadStarters } from "#lib/library/starters.ts";
import { signedIn } from "./support/addresses.ts";
import { openCohort } from "./support/group.ts";
import { expect, test } from "./support/test.ts";

test("anybody reads every practice, one after the other, without a script", async ({ somebody }) => {
  const page = await somebody({ javaScriptEnabled: false });
  await page.goto("/");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Practices" }).click();
  const starters = loadStarters();
  for (const { title } of starters)
    await expect(page.getByRole("main").getByRole("link", { name: title, exact: true })).toBeVisible();
  await page.getByRole("link", { name: starters[0]?.title }).click();
  for (const [index, { title, minutes }] of starters.entries()) {
    await expect(page.getByRole("heading", { level: 1, name: title, exact: true })).toBeVisible();
    await expect(page.getByText(`${minutes} minutes, `).first()).toBeVisible();
    const times = await page.locator("main ol > li > strong:first-child").allInnerTexts();
    expect(times.reduce((sum, time) => sum + Number.parseInt(time, 10), 0)).toBe(minutes);
    await expect(page.getByRole("heading", { level: 2, name: "Where this comes from" })).toBeVisible();
    const next = starters[(index + 1) % starters.length]?.title ?? "";
    await page.getByRole("link", { name: `Next ${next}` }).click();
  }
  await expect(page.getByRole("heading", { level: 1, name: starters[0]?.title })).toBeVisible();
  expect((await page.goto("/practices/none"))?.status()).toBe(404);
});

test("a facilitator adds a practice from the library, and a participant reads it", async ({ somebody }) => {
  const sam = await somebody({ storageState: signedIn("facilitator") });
  await openCohort(sam, "Autumn Tuesdays");
  await sam.getByRole("link", { name: "Materials", exact: true }).click();
  const form = sam.locator("form", { has: sam.getByRole("button", { name: "Add from the library" }) });
  await sam.getByLabel("Search the library").fill("hard conv");
  await sam.getByRole("button", { name: "Search", exact: true }).click();
  await expect(sam.getByText("1 with “hard conv” in the title.")).toBeVisible();
  await form.getByLabel("From the library").selectOption({ label: "Hard conversations (15 minutes)" });
  const session = await form.getByRole("option", { name: /^Practicing mindfulness/ }).getAttribute("value");
  await form.getByLabel("Session", { exact: true }).selectOption(session);
  await expect(form.getByLabel("It appears")).toHaveValue("afterSession");
  await form.getByRole("button", { name: "Add from the library" }).click();
  await expect(form.getByText("It is attached.")).toBeVisible();
  const evening = sam
    .getByRole("listitem")
    .filter({ has: sam.getByRole("heading", { name: "Practicing mindfulness" }) });
  await evening.getByRole("heading", { name: "Practicing mindfulness" }).click();
  await expect(evening.getByRole("listitem").filter({ hasText: "Hard conversations" })).toContainText(
    "participants see it",
  );

  const noor = await somebody({ storageState: signedIn("participant") });
  await noor.goto("/my");
  await noor.locator("summary", { hasText: "Practicing mindfulness" }).click();
  await noor.getByRole("link", { name: "Hard conversations" }).filter({ visible: true }).click();
  await expect(noor.getByRole("heading", { level: 1, name: "Hard conversations" })).toBeVisible();
  await expect(noor.getByText("15 minutes, for two or more")).toBeVisible();
  await expect(noor.getByRole("heading", { level: 2 })).toHaveText(["The practice", "Where this comes from"]);
  await expect(noor.locator("main ol > li")).toHaveCount(7);
  await expect(
    noor.getByRole("link", { name: "https://doi.org/10.1037/0022-3514.63.2.221" }),
  ).toHaveAttribute("rel", "noopener noreferrer");
});
