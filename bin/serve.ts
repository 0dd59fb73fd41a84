import { fork } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { parseArgs } from "node:util";
import next from "next";
import { BadSetting } from "#lib/config/settings.ts";
import type { Background } from "#lib/jobs/background.ts";
import { buildIfNeeded } from "./build.ts";
import { type Database, provideDatabase } from "./database/provide.ts";
import { provideSettings } from "./provide-settings.ts";
import { Refusal, step } from "./step.ts";

const { values: options } = parseArgs({
  options: {
    /** No demo: a clinic that begins with the link for its first admin. */
    empty: { type: "boolean", default: false },
    /** Pages are compiled as they are opened, and again as they change. */
    dev: { type: "boolean", default: false },
    /** Builds, and that is all: for an image. */
    build: { type: "boolean", default: false },
  },
});

const stopping = new AbortController();
const background: Background = { started: Promise.withResolvers(), stop: async () => {} };
(globalThis as { kindroomBackground?: Background }).kindroomBackground = background;

/** Starts the clinic: database, migrations, demo, build, server; and stops it all on Ctrl-C. */
async function serve(): Promise<void> {
  const { RUN, PORT, MAIL_PORT, MAIL_HOST } = provideSettings();
  const listening = RUN === "worker" ? null : await listen("PORT", PORT);
  // Only tried: the mail listener takes it later, where nobody would hear that it could not.
  if (RUN !== "web" && MAIL_PORT) (await listen("MAIL_PORT", MAIL_PORT, MAIL_HOST)).close();

  // Who comes while it starts waits until it has.
  const ready = Promise.withResolvers<ReturnType<ReturnType<typeof next>["getRequestHandler"]>>();
  listening?.on("request", async (request, response) => (await ready.promise)(request, response));

  const database = await provideDatabase();
  onStop(listening, database);
  const greeting = await welcome();
  if (!options.dev) await buildIfNeeded();

  await step("Starting", async () => {
    const app = next({ dev: options.dev, quiet: true, port: PORT, hostname: "localhost" });
    await app.prepare();
    // Next starts it, but neither waits for it nor says when it could not.
    await background.started.promise;
    ready.resolve(app.getRequestHandler());
    if (options.dev) listening?.on("upgrade", app.getUpgradeHandler());
  });
  console.log(greeting);
}

/** Provides what a clinic begins with. Returns what to say when it is ready. @throws Refusal */
async function welcome(): Promise<string> {
  const child = fork("bin/welcome.ts", options.empty ? ["--empty"] : [], { signal: stopping.signal });
  let greeting: string | undefined;
  child.on("message", (said: string) => {
    greeting = said;
  });
  await once(child, "exit");
  if (greeting === undefined)
    throw new Refusal("The clinic could not be prepared. What stood in the way is above.");
  return greeting;
}

/** Takes a port before anything slow happens: one that can't be had is said at once. */
function listen(setting: "PORT" | "MAIL_PORT", port: number, host?: string): Promise<Server> {
  const server = createServer();
  return new Promise((done, fail) => {
    server.once("error", ({ code }: NodeJS.ErrnoException) => {
      const why =
        code === "EADDRINUSE" ? "is in use. Stop what uses it, or choose" : `can't be had (${code}). Choose`;
      fail(new Refusal(`Port ${port} ${why} another: ${setting}=${port + 1} npm start.`));
    });
    server.listen({ port, host }, () => done(server));
  });
}

function onStop(server: Server | null, database: Database): void {
  const stop = async () => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    server?.close();
    server?.closeIdleConnections();
    await background.stop();
    await database.stop().catch((error: Error) => {
      console.error(error.message);
      process.exit(1);
    });
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop());
  process.on("disconnect", () => void stop());
}

(options.build ? buildIfNeeded() : serve()).catch((error: unknown) => {
  if (stopping.signal.aborted) return;
  if (!(error instanceof Refusal || error instanceof BadSetting)) throw error;
  console.error(error.message);
  process.exit(1);
});
