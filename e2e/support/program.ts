import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

/** The end of what it says when it is ready. */
const readyWords = "Ctrl-C stops";

type Settings = Record<string, string>;

export type Program = {
  process: ChildProcess;
  said: { out: string; err: string };
  /** What it ended with: a code, or null when a signal ended it. */
  ended: Promise<number | null>;
};

const running = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of running) child.kill();
});

/** Starts one of our programs on this Node, with `settings` as its environment. It ends when this process does. */
export function startProgram(script: string, settings: Settings = {}, args: string[] = []): Program {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own, to which a terminal's Ctrl-C can be sent as it is to a person's.
    detached: true,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: "production",
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      NEXT_TELEMETRY_DISABLED: "1",
      ...settings,
    },
  });
  running.add(child);
  const ended = once(child, "close").then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  const said = { out: "", err: "" };
  child.stdout?.on("data", (chunk) => (said.out += chunk));
  child.stderr?.on("data", (chunk) => (said.err += chunk));
  return { process: child, said, ended };
}

/** Runs one of our programs to its end. */
export async function runProgram(script: string, settings: Settings = {}, args: string[] = []) {
  const { said, ended } = startProgram(script, settings, args);
  const code = await ended;
  return { code, ...said };
}

export type Server = Program & {
  url: string;
  /** Ends it in good order, and returns its exit code. */
  stop(): Promise<number | null>;
  /** Ends it between one instruction and the next, as a power cut does. */
  kill(): Promise<void>;
};

/** Starts a clinic's server (`bin/serve.ts`, or `npm start`'s own `bin/start.mjs`) on `settings.PORT`, and waits until it is ready. */
export async function startServer(
  settings: Settings,
  args: string[] = [],
  script = "bin/serve.ts",
): Promise<Server> {
  const program = startProgram(script, settings, args);
  const end = async (signal: NodeJS.Signals) => {
    program.process.kill(signal);
    return program.ended;
  };
  const isReady = new Promise<void>((ready) => {
    program.process.stdout?.on("data", () => program.said.out.includes(readyWords) && ready());
  });
  const failed = program.ended.then((code) => {
    if (program.said.out.includes(readyWords)) return;
    throw new Error(`The server ended with ${code}: ${program.said.out}${program.said.err}`);
  });
  await Promise.race([isReady, failed]);
  return {
    ...program,
    url: `http://localhost:${settings.PORT}`,
    stop: () => end("SIGTERM"),
    kill: async () => void (await end("SIGKILL")),
  };
}

/** Whether a process runs: not ended, and not only waiting for its parent to notice. */
export function isRunning(pid: number): boolean {
  return existsSync(`/proc/${pid}`) && !readFileSync(`/proc/${pid}/stat`, "utf8").includes(") Z ");
}

/** A process and all that it started, directly or not. */
export function familyOf(pid: number): number[] {
  const parents = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), parentOf(Number(name))] as const);
  const below = (one: number): number[] => [
    one,
    ...parents.filter(([, parent]) => parent === one).flatMap(([child]) => below(child)),
  ];
  return below(pid);
}

function parentOf(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ")[1]);
  } catch {
    return 0;
  }
}

/** A port that nobody listens on. */
export function freePort(): Promise<string> {
  return new Promise((found, fail) => {
    const probe = createServer().on("error", fail);
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() => found(String(address && typeof address === "object" ? address.port : 0)));
    });
  });
}
