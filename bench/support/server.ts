import { spawn } from "node:child_process";
import { cpSync, existsSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const copy = join(root, ".data/bench");
const port = 3947;

/**
 * Serves the production build of a copy of the product to which nothing but the routes of bench/empty is
 * added, under /empty. The copy lies inside the project, where Node finds its packages, and keeps its build.
 */
export async function serveWithEmpty(): Promise<{ origin: string } & AsyncDisposable> {
  for (const name of readdirSync(root).filter(isCopied)) {
    rmSync(join(copy, name), { recursive: true, force: true });
    cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  if (!existsSync(join(copy, "node_modules"))) symlinkSync("../../node_modules", join(copy, "node_modules"));
  cpSync(join(root, "bench/empty"), join(copy, "app/empty"), { recursive: true });
  return serve(copy, port);
}

/** Serves the production build of a folder's product, which is built first where it is needed. */
export async function serve(
  cwd: string,
  port: number,
  environment: Record<string, string> = {},
): Promise<{ origin: string } & AsyncDisposable> {
  const origin = `http://localhost:${port}`;
  const server = spawn(process.execPath, ["bin/serve.ts"], {
    cwd,
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: String(port),
      APP_URL: origin,
      RUN: "web",
      ...environment,
    },
  });
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  await new Promise<void>((ready, fail) => {
    server.stdout.on("data", (chunk) => String(chunk).includes("is ready at") && ready());
    void ended.then(() => fail(new Error("The server of the benchmark ended before it was ready.")));
  });
  return {
    origin,
    async [Symbol.asyncDispose]() {
      server.kill("SIGTERM");
      await ended;
    },
  };
}

function isCopied(name: string): boolean {
  return !name.startsWith(".") && !["node_modules", "test-results", "package-lock.json"].includes(name);
}
