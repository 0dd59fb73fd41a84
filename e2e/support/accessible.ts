import type { Page } from "@playwright/test";
import axe, { type Result, type RunOptions } from "axe-core";
import { expect } from "./test.ts";

const rules: RunOptions["runOnly"] = [
  "wcag2a",
  "wcag2aa",
  "wcag21a",
  "wcag21aa",
  "wcag22aa",
  "best-practice",
];

/**
 * Looks at the page that is open as everybody may meet it: on a phone and at a desk, by day and by night.
 * Axe finds nothing, nothing scrolls sideways down to 320 px, and there is one h1 and a title.
 */
export async function checkLooks(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expect(page).toHaveTitle(/\S/);
  const before = page.viewportSize();
  // Axe is put into the page once, and asked there for each look.
  await page.evaluate(axe.source);
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await drawnAnew(page);
      // At night only the colours are others.
      const violations = await violationsOf(page, colorScheme === "light" ? rules : ["color-contrast"]);
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

/** Until it is drawn anew, and nothing moves any more, some of it still has the colors of before. */
function drawnAnew(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    await frame();
    do await frame();
    while (document.getAnimations().length > 0);
  });
}

/** Asks the axe in the page. A letter's preview is a frame in which nothing runs, axe neither. */
function violationsOf(page: Page, runOnly: RunOptions["runOnly"]): Promise<Result[]> {
  // What passes is not described, and no style sheet is fetched again: both take most of axe's time.
  const options: RunOptions = { runOnly, resultTypes: ["violations"], preload: false };
  return page.evaluate(
    `axe.run({ exclude: ["iframe"] }, ${JSON.stringify(options)}).then(({ violations }) => violations)`,
  );
}
