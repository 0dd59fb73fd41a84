import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContextOptions, chromium } from "@playwright/test";
import packaged from "@sparticuz/chromium";

// `npm run screenshots`: pictures of the demo clinic for the README, into docs/.
const port = 3930;
const base = `http://localhost:${port}`;
const dataDir = mkdtempSync(join(tmpdir(), "kindroom-pictures-"));
const clinic = spawn(process.execPath, ["bin/serve.ts"], {
  stdio: ["ignore", "pipe", "inherit"],
  env: { ...process.env, NODE_ENV: "production", PORT: String(port), MAIL_PORT: "0", DATA_DIR: dataDir },
});
let said = "";
await new Promise<void>((ready) => {
  clinic.stdout.on("data", (chunk) => {
    said += chunk;
    if (said.includes("Ctrl-C")) ready();
  });
});

const found = [chromium.executablePath(), "/usr/bin/chromium"].find((path) => existsSync(path));
const browser = await chromium.launch({
  executablePath: found ?? (await packaged.executablePath()),
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
mkdirSync("docs", { recursive: true });

const desk = { viewport: { width: 1280, height: 860 } };
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 };

try {
  await picture("groups", desk, ["/"]);
  await picture("enrol", phone, ["/", "Join this group"]);
  const facilitator = await signedInAs("facilitator");
  await picture("cohort", { ...desk, ...facilitator }, ["/staff/cohorts", "Winter evenings"]);
  await picture("attendance", { ...phone, ...facilitator }, ["/staff", "Attendance"]);
  await picture("inbox", { ...desk, ...(await signedInAs("admin")) }, ["/staff/inbox", "Mara Lindholm"]);
  await picture("my", { ...phone, colorScheme: "dark", ...(await signedInAs("participant")) }, ["/my"]);
} finally {
  await browser.close();
  clinic.kill("SIGTERM");
  await new Promise((done) => clinic.on("exit", done));
  rmSync(dataDir, { recursive: true, force: true });
}

/** Spends the link that the clinic printed for a role. */
async function signedInAs(role: string): Promise<BrowserContextOptions> {
  const context = await browser.newContext({ baseURL: base });
  const page = await context.newPage();
  await page.goto(new RegExp(`as ${role}\\s+(\\S+)`).exec(said)?.[1] ?? "/sign-in");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/(staff|my)/);
  const storageState = await context.storageState();
  await context.close();
  return { storageState };
}

/** Opens a page, follows links by their words, and takes its picture. */
async function picture(
  name: string,
  options: BrowserContextOptions,
  [path = "/", ...words]: string[],
): Promise<void> {
  const context = await browser.newContext({ baseURL: base, ...options });
  const page = await context.newPage();
  await page.goto(path);
  for (const link of words) {
    const before = page.url();
    await page.getByRole("link", { name: link }).first().click();
    await page.waitForURL((url) => url.href !== before);
  }
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: `docs/${name}.png` });
  await context.close();
}
