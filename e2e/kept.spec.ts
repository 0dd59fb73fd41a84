import type { Page } from "@playwright/test";
import { checkLooks } from "./support/accessible.ts";
import { signInAs } from "./support/sign-in.ts";
import { expect, test } from "./support/test.ts";

test("what somebody keeps on their device is there without a connection, and gone when they sign out", async ({
  page,
  context,
}) => {
  await signInAs(page, "ana.moreau@example.org");
  const recording = await keep(page, /guided practice/);
  await keep(page, /what to remember/);
  await keep(page, /Meeting a difficult feeling|Giving, and receiving too|Soothing touch/);

  await context.setOffline(true);
  await page.goto("/my");
  await expect(page).toHaveURL("/my/kept");
  await expect(page.getByText("You are not connected just now")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Remove it from this device/ })).toHaveCount(3);
  await checkLooks(page);
  await page.getByText("Read it").click();
  await expect(page.getByRole("heading", { name: "The practice" })).toBeVisible();

  // It plays from its middle: the device answers for a part of the file.
  const audio = page.getByLabel(recording, { exact: true });
  await expect.poll(() => audio.evaluate((player: HTMLAudioElement) => player.duration)).toBeGreaterThan(10);
  await page.getByRole("button", { name: "On 15 seconds" }).click();
  await expect
    .poll(() => audio.evaluate((player: HTMLAudioElement) => player.currentTime))
    .toBeGreaterThan(9);
  await expect.poll(() => audio.evaluate((player: HTMLAudioElement) => player.seeking)).toBe(false);
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: /^Open the handout/ }).click();
  expect((await saved).suggestedFilename()).toMatch(/\.pdf$/);

  // No page of theirs is on the device but the one that says nothing about them.
  expect(await pagesKept(page)).toEqual(["/my/kept"]);
  await page.getByRole("button", { name: /^Remove it from this device.*what to remember/ }).click();
  await expect(page.getByRole("button", { name: /^Remove it from this device/ })).toHaveCount(2);

  await context.setOffline(false);
  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await page.waitForURL("/");
  expect(await left(page)).toEqual({ caches: [], workers: 0, heard: [] });
});

test("what is kept is removed once whoever is signed in may not see it any more", async ({
  page,
  context,
}) => {
  await signInAs(page, "jun.okada@example.org");
  await keep(page, /what to remember/);
  // As when they sign out everywhere from another device.
  await context.clearCookies();
  await page.goto("/my/kept");
  await expect(page.getByRole("heading", { name: "Nothing is kept here yet" })).toBeVisible();
  expect(await left(page)).toEqual({ caches: [], workers: 0, heard: [] });
});

/** Opens a material of the signed-in person's group and keeps it. Returns its title. */
async function keep(page: Page, title: RegExp): Promise<string> {
  await page.goto("/my");
  for (const more of await page.locator("summary").all()) await more.click();
  await page.getByRole("link", { name: title }).filter({ visible: true }).last().click();
  await page.getByRole("button", { name: "Keep it on this device" }).click();
  await expect(page.getByText("It is here without a connection, too.")).toBeVisible();
  return (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
}

function pagesKept(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const found: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const type = (await cache.match(request))?.headers.get("content-type") ?? "";
        if (type.startsWith("text/html")) found.push(new URL(request.url).pathname);
      }
    }
    return found;
  });
}

function left(page: Page) {
  return page.evaluate(async () => ({
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    heard: Object.keys(localStorage),
  }));
}
