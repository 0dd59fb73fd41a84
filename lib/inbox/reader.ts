import { setPriority } from "node:os";
import workerpool from "workerpool";
import { openFile } from "#lib/files/open-file.ts";
import { readMail } from "#lib/reading/read-mail.ts";
import type { Read, Stored } from "./read-apart.ts";

// The process that `readApart` starts. A terminal's Ctrl-C is heard by who started it, which lets it finish.
process.on("SIGINT", () => {});
// Whoever waits for an answer, on a page or with the next message, comes first.
setPriority(10);
workerpool.worker({ readAll });

async function readAll(sources: Stored[]): Promise<Read[]> {
  const read: Read[] = [];
  for (const source of sources)
    read.push(await readMail(Buffer.isBuffer(source) ? source : await openFile(source)));
  return read;
}
