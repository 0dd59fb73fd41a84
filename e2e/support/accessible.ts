import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./test.ts";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What passes is not described, and no style sheet is fetched again: both take most of axe's time. */
const findingsAlone = { resultTypes: ["violations" as const], preload: false };

/**
 * Looks at the page that is open as everybody may meet it: on a phone and at a desk, by day and by night.
 * Axe finds nothing, nothing scrolls sideways down to 320 px, and there is one h1 and a title.
 */
export async function checkLooks(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expect(page).toHaveTitle(/\S/);
  const before = page.viewportSize();
  // Axe is put into the page once, and asked there for each look.
  let axeSource: string | undefined;
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      // Until it is drawn anew, some of it still has the colours of before.
      await page.evaluate(
        () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
      );
      // A letter's preview is a frame in which nothing runs, axe neither: then axe needs no second page ("legacy").
      const axe = new AxeBuilder({ page, axeSource })
        .exclude("iframe")
        .setLegacyMode()
        .options(findingsAlone);
      // At night only the colours are others.
      const { violations } = await (colorScheme === "light"
        ? axe.withTags(rules)
        : axe.withRules("color-contrast")
      ).analyze();
      axeSource = "window.axe";
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id} at ${target}: ${failureSummary}`),
      );
      expect(found, `${page.url()} at ${width} px, ${colorScheme}`).toEqual([]);
    }
  }
  await page.setViewportSize({ width: 320, height: 900 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide, `${page.url()} scrolls sideways at 320 px`).toBeLessThanOrEqual(320);
  if (before) await page.setViewportSize(before);
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}
