import { mkdtempSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const memory = "/dev/shm";
const roomy = 4 * 1024 ** 3;

/**
 * A new folder for a database that need not outlive the run: in memory where there is plenty of it. Each test
 * file's clone is ten megabytes, and a slow disk takes half a second for them.
 */
export function passingFolder(): string {
  return mkdtempSync(join(hasRoom() ? memory : tmpdir(), "kindroom-test-"));
}

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(memory);
    return Math.min(bavail * bsize, process.availableMemory()) > roomy;
  } catch {
    return false;
  }
}
