import { join } from "node:path";
import workerpool from "workerpool";
import type { readMail } from "#lib/reading/read-mail.ts";

/** The bytes of a message, or the key of the file that a large one is in. */
export type Stored = Buffer | { key: string };

/** What reading a message came to. */
export type Read = Awaited<ReturnType<typeof readMail>>;

/** Milliseconds: the longest that what is read together may take, and after which a process without work ends. */
const longest = 60_000;
const idle = 60_000;
const patienceAtEnd = 3_000;

const file = join(process.cwd(), "lib/inbox/reader.ts");
let reader: workerpool.Pool | null = null;
let ending: NodeJS.Timeout | undefined;

/**
 * Reads messages in a process of its own: what a stranger wrote that never comes to an end, or fills the memory, ends
 * that process and nothing else; and while it reads, this one answers whoever sends more.
 * @throws when that process ended, or took too long
 */
export async function readApart(sources: Stored[], patience = longest): Promise<Read[]> {
  if (sources.length === 0) return [];
  clearTimeout(ending);
  reader ??= workerpool.pool(file, {
    workerType: "process",
    maxWorkers: 1,
    forkOpts: { execArgv: [], serialization: "advanced" },
  });
  try {
    return await reader.exec<typeof readApart>("readAll", [sources]).timeout(patience);
  } finally {
    clearTimeout(ending);
    ending = setTimeout(endReader, idle).unref();
  }
}

/** Ends that process, whatever it is at. */
export async function endReader(): Promise<void> {
  clearTimeout(ending);
  const last = reader;
  reader = null;
  await last?.terminate(true, patienceAtEnd).catch(() => {});
}
