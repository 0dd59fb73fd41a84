import { existsSync } from "node:fs";
import { chromium, defineConfig } from "@playwright/test";
import packaged from "@sparticuz/chromium";
import { sharedClinic } from "./support/addresses.ts";

// Playwright's own browser or the system's where there is one; else the one that comes inside an npm package.
const found = [chromium.executablePath(), "/usr/bin/chromium", "/usr/bin/chromium-browser"].find((path) =>
  existsSync(path),
);

export default defineConfig({
  testDir: ".",
  outputDir: "../test-results",
  globalSetup: "./support/server.ts",
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // A second try is counted and named, so that a slow machine does not hide what shook.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json"]],
  projects: [
    { name: "signed in", testMatch: /\.setup\.ts$/ },
    { name: "browser", dependencies: ["signed in"] },
  ],
  use: {
    baseURL: sharedClinic.baseUrl,
    actionTimeout: 15_000,
    // A trace of every test takes a good part of its time.
    trace: "on-first-retry",
    launchOptions: {
      executablePath: found ?? (await packaged.executablePath()),
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    },
  },
});
