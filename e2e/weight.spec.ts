import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, type Page, test } from "@playwright/test";

/** What any page of the framework loads, also one with nothing on it: the build itself names these files. */
const ofTheFramework = new Set<string>(
  JSON.parse(readFileSync(".next/build-manifest.json", "utf8")).rootMainFiles,
);
const most = 15_000;

test("the public pages load at most 15 kB of scripts beyond an empty page's", async ({ page }) => {
  await page.goto("/");
  const group = await page.locator('main a[href^="/cohorts/"]').first().getAttribute("href");
  const cohort = group?.match(/^\/cohorts\/[^/]+/)?.[0];
  const paths = [
    "/",
    "/privacy",
    "/practices",
    "/practices/soothing-touch",
    "/interest",
    "/sign-in",
    `${cohort}`,
    `${cohort}/join`,
  ];
  const weights: Record<string, number> = {};
  for (const path of paths) weights[path] = await ownScripts(page, path);
  expect(Object.entries(weights).filter(([, bytes]) => bytes > most)).toEqual([]);
});

/** Bytes, with gzip, of the scripts that a page loads and an empty page would not. */
async function ownScripts(page: Page, path: string): Promise<number> {
  const scripts = new Map<string, Promise<Buffer>>();
  const keep = (response: Awaited<ReturnType<Page["waitForResponse"]>>) => {
    if (response.request().resourceType() === "script")
      scripts.set(new URL(response.url()).pathname, response.body());
  };
  page.on("response", keep);
  await page.goto(path, { waitUntil: "networkidle" });
  page.off("response", keep);
  const framework = [...scripts.keys()].filter((name) => ofTheFramework.has(name.replace("/_next/", "")));
  expect(framework).toHaveLength(ofTheFramework.size);
  const own = [...scripts].filter(([name]) => !framework.includes(name));
  const sizes = await Promise.all(own.map(async ([, body]) => gzipSync(await body).length));
  return sizes.reduce((sum, size) => sum + size, 0);
}
