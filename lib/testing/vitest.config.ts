import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: fileURLToPath(new URL("../../", import.meta.url)),
  test: {
    include: ["lib/**/*.test.{ts,tsx}", "bin/**/*.test.ts", "emails/**/*.test.tsx"],
    globalSetup: ["lib/testing/postgres.ts"],
    setupFiles: ["lib/testing/own-database.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
