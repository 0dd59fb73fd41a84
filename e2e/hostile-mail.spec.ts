import { signedIn } from "./support/addresses.ts";
import { openThread, write } from "./support/inbox.ts";
import { expect, test } from "./support/test.ts";

// A trace looks into frames with a script of its own, and in this one none runs.
test.use({ storageState: signedIn("admin"), trace: "off" });

test("hostile HTML shows its words, loads nothing and runs nothing", async ({ page }) => {
  await write({
    from: "Zed <zed@example.net>",
    subject: "Zed writes in colours",
    html: [
      '<p style="color:#336699">Is there <b>room</b>? <a href="https://tracker.example/go">our page</a></p>',
      '<img src="https://tracker.example/p.gif"><link rel="stylesheet" href="https://tracker.example/a.css">',
      "<style>@import url(https://tracker.example/b.css); p { background: url(https://tracker.example/c.png) }</style>",
      '<script>parent.document.title = "taken"; fetch("https://tracker.example")</script>',
      '<form action="https://tracker.example"><input name="password"></form>',
      '<img src=x onerror="parent.document.title=\'taken\'"><iframe src="https://tracker.example"></iframe>',
      '<meta http-equiv="refresh" content="0;url=https://tracker.example">',
    ].join(""),
  });
  await openThread(page, "Zed writes in colours");
  // Whatever is asked of anybody else fails the test (support/test.ts).
  const shown = page.waitForResponse((response) => response.url().includes("/layout/"));
  await page.getByRole("link", { name: "See it as laid out" }).first().click();
  const headers = (await shown).headers();
  expect(headers["content-security-policy"]).toBe(
    "default-src 'none'; base-uri 'none'; form-action 'none'; sandbox; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'",
  );
  // In the frame itself nothing runs, the tests' own eyes neither: it is read as the frame got it.
  await expect.poll(() => page.frames().some((frame) => frame.url().includes("/layout/"))).toBe(true);
  const html = await (await shown).text();
  expect(html).toContain("Is there <b>room</b>?");
  expect(html).not.toMatch(/<(script|form|input|iframe|link|img)|http-equiv|url\(|@import/);
  await expect(page).toHaveTitle(/A message/);
  const original = await page.request.get(
    String(await page.getByRole("link", { name: "See the original" }).first().getAttribute("href")),
  );
  expect(original.headers()["content-security-policy"]).toBe(
    "default-src 'none'; base-uri 'none'; form-action 'none'; sandbox; frame-ancestors 'none'",
  );
});
