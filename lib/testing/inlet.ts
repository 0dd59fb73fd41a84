import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export type Inlet = {
  port: number;
  /** The most memory that it, or the process in which it reads, has held so far. */
  mostMegabytes(): Promise<number>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
};

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Starts the mail listener and the worker in a process of their own, on the database of this one. */
export async function startInlet(env: Record<string, string> = {}): Promise<Inlet> {
  const child = fork(here("inlet-child.ts"), {
    // As bin/start.mjs starts the program.
    execArgv: ["--max-semi-space-size=2", "--import", here("letters-in-node.ts")],
    env: { ...process.env, NODE_ENV: "production", MALLOC_ARENA_MAX: "1", ...env },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const { port } = await told<{ port: number }>(child);
  return {
    port,
    mostMegabytes: async () => {
      child.send("memory");
      return (await told<{ mostMegabytes: number }>(child)).mostMegabytes;
    },
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    },
  };
}

async function told<Message>(child: ChildProcess): Promise<Message> {
  const ended = once(child, "exit").then(() => {
    throw new Error("The process of the inlet has ended.");
  });
  const [message] = await Promise.race([once(child, "message"), ended]);
  return message as Message;
}
