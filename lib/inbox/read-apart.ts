import { join } from "node:path";
import workerpool from "workerpool";
import type { readMail } from "#lib/reading/read-mail.ts";

/** The bytes of a message, or the key of the file that a large one is in. */
export type Stored = Buffer | { key: string };

/** What reading a message came to. */
export type Read = Awaited<ReturnType<typeof readMail>>;

/** Milliseconds for what is read together. */
const patience = 60_000;

const file = join(process.cwd(), "lib/inbox/reader.ts");
let reader: workerpool.Pool | null = null;

/**
 * Reads messages in a process of its own: what a stranger wrote that never comes to an end, or fills the memory, ends
 * that process and nothing else; and while it reads, this one answers whoever sends more.
 * @throws when that process ended, or took over a minute
 */
export async function readApart(sources: Stored[]): Promise<Read[]> {
  if (sources.length === 0) return [];
  reader ??= workerpool.pool(file, {
    workerType: "process",
    maxWorkers: 1,
    forkOpts: { execArgv: ["--max-semi-space-size=4"], serialization: "advanced" },
  });
  return reader.exec<(sources: Stored[]) => Promise<Read[]>>("readAll", [sources]).timeout(patience);
}

/** Ends that process, whatever it is at. */
export async function endReader(): Promise<void> {
  const ending = reader;
  reader = null;
  await ending?.terminate(true);
}
