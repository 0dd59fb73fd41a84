import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { settings } from "#lib/config/settings.ts";
import { noteChange, noteListening } from "./changes.ts";

const [firstPause, longestPause] = [100, 10_000];

/**
 * Hears of every change to what the public sees of cohorts, from whichever process made it, over a database
 * connection of its own. When the connection is lost it is made again, with growing pauses, and until then
 * nothing rendered counts as current. Resolves once it listens.
 */
export async function listenForChanges(): Promise<{ stop(): Promise<void> }> {
  const stopping = new AbortController();
  const { promise: firstTime, resolve: heard } = Promise.withResolvers<void>();
  const running = keepListening(stopping.signal, heard);
  await Promise.race([firstTime, running]);
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function keepListening(signal: AbortSignal, heard: () => void): Promise<void> {
  let pause = firstPause;
  while (!signal.aborted) {
    const connected = await listenOnce(signal, heard);
    noteListening(false);
    pause = connected ? firstPause : Math.min(pause * 2, longestPause);
    await wait(pause, undefined, { signal }).catch(() => undefined);
  }
}

/** Listens until the connection ends or we are asked to stop. Returns whether there was a connection at all. */
async function listenOnce(signal: AbortSignal, heard: () => void): Promise<boolean> {
  const client = new pg.Client({ connectionString: settings().DATABASE_URL, keepAlive: true });
  const ended = new Promise<void>((resolve) => {
    client.on("error", () => resolve());
    client.on("end", () => resolve());
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
  client.on("notification", noteChange);
  try {
    await client.connect();
    await client.query("LISTEN cohort_changed");
  } catch {
    await client.end().catch(() => undefined);
    return false;
  }
  noteListening(true);
  heard();
  await ended;
  await client.end().catch(() => undefined);
  return true;
}
