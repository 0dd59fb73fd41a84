import type { Locator, Page } from "@playwright/test";
import { checkLooks } from "./support/accessible.ts";
import { anOpenGroup, fillForm } from "./support/group.ts";
import { letter, linkIn } from "./support/mail.ts";
import { expect, test } from "./support/test.ts";

let roomy: string;
let small: string;
/** Each worker has its own. */
let roomyTitle: string;
test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  roomyTitle = `Wide circle ${crypto.randomUUID().slice(0, 6)}`;
  roomy = await anOpenGroup(browser, { title: roomyTitle, places: 40 });
  small = await anOpenGroup(browser, { title: "Small circle", places: 2 });
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with JavaScript" : "without JavaScript";
  const person = (name: string) => ({
    name: `${name} Vega`,
    email: `${name}.${javaScriptEnabled ? "with" : "without"}@example.net`.toLowerCase(),
  });

  test.describe(how, () => {
    test.use({ javaScriptEnabled });

    test("a couple comes apart: each keeps their place, and sees themself alone", async ({
      page,
      somebody,
    }) => {
      test.setTimeout(150_000);
      const [ana, bo] = [person("Ana"), person("Bo")];
      const bos = await somebody({ javaScriptEnabled });
      await fillForm(page, roomy, [ana, bo]);
      await page.getByRole("button", { name: "Keep two places" }).click();
      for (const [theirs, { email }] of [
        [page, ana],
        [bos, bo],
      ] as const) {
        await openPlace(theirs, email);
        await theirs.getByRole("button", { name: "Yes, I'm coming" }).click();
      }
      await expect(heading(bos)).toHaveText("You are enrolled");
      await bos.getByRole("link", { name: "I'd rather come on my own" }).click();
      await expect(heading(bos)).toHaveText("Come on your own?");
      if (javaScriptEnabled) await checkLooks(bos);
      await bos.getByRole("link", { name: "No, stay together" }).click();
      await bos.getByRole("link", { name: "I'd rather come on my own" }).click();
      await bos.getByRole("button", { name: "Go on separately" }).click();
      await letter(ana.email, /Your place is your own/);
      await letter(bo.email, /Your place is your own/);
      await page.reload();
      for (const [theirs, other] of [
        [page, /\bBo\b/],
        [bos, /\bAna\b/],
      ] as const) {
        await expect(heading(theirs)).toHaveText("You are enrolled");
        await expect(theirs.getByText(other)).toHaveCount(0);
      }
      if (javaScriptEnabled) await checkLooks(bos);
      // What one does now is nothing to the other.
      await page.getByRole("link", { name: "Give up my place" }).click();
      await expect(page.getByText(/\bBo\b/)).toHaveCount(0);
      await page.getByRole("button", { name: "Give up my place" }).click();
      await expect(heading(page)).toHaveText("You gave up your place");
      await bos.reload();
      await expect(heading(bos)).toHaveText("You are enrolled");
    });

    test("in line: paused and back, one more partner, and another group as well", async ({
      page,
      somebody,
    }) => {
      test.setTimeout(150_000);
      const toms = await somebody({ javaScriptEnabled });
      await fillForm(toms, small, [person("Tom"), person("Una")]);
      await toms.getByRole("button", { name: /^(Keep two places|Join the waitlist)$/ }).click();
      await expect(heading(toms)).toHaveText(/^(Your places are kept|You are in line)$/);
      const [mika, lux] = [person("Mika"), person("Lux")];
      await fillForm(page, small, [mika]);
      await page.getByRole("button", { name: "Join the waitlist" }).click();
      await openPlace(page, mika.email);
      await page.getByRole("button", { name: "Yes, I'd like to wait", exact: true }).click();
      await page.getByRole("button", { name: "Leave me out for a while" }).click();
      await expect(heading(page)).toHaveText("Your place in line is kept");
      if (javaScriptEnabled) await checkLooks(page);
      await page.getByRole("button", { name: "I am waiting again" }).click();
      await expect(heading(page)).toHaveText("You are in line");

      await page.getByRole("link", { name: "Somebody else comes too" }).click();
      await page.getByLabel("Their name").fill(lux.name);
      await page.getByRole("button", { name: "Ask them" }).click();
      await page.getByRole("heading", { name: /to look at$/ }).waitFor();
      await expect(page.getByLabel("Their name")).toHaveValue(lux.name);
      await page.getByLabel("Their e-mail").fill(lux.email);
      await page.getByRole("button", { name: "Ask them" }).click();
      await expect(page.getByText("We have written to them", { exact: true })).toBeVisible();
      await expect(page.getByRole("heading", { name: "Who has said yes" })).toBeVisible();
      if (javaScriptEnabled) await checkLooks(page);
      await letter(lux.email, /Mika Vega has asked for a place for you/);

      await page.getByRole("link", { name: "Wait for another group as well" }).click();
      await page.getByLabel(roomyTitle).check();
      if (javaScriptEnabled) await checkLooks(page);
      await page.getByRole("button", { name: "Ask for a place there too" }).click();
      await expect(page.getByRole("heading", { name: "Your other groups" })).toBeVisible();
      if (javaScriptEnabled) await checkLooks(page);
      await page.getByRole("link", { name: `See ${roomyTitle}`, exact: true }).click();
      await expect(heading(page)).toHaveText("We keep two places for you");
    });
  });
}

function heading(page: Page): Locator {
  return page.getByRole("heading", { level: 1 });
}

async function openPlace(page: Page, address: string): Promise<void> {
  await page.goto(linkIn(await letter(address, /\/place\//), /\/place\//));
}
