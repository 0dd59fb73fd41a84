import { createReadStream } from "node:fs";
import { mkdir, rename, rm, stat } from "node:fs/promises";
import { bucket } from "./bucket.ts";
import { pathOf } from "./folder.ts";

/**
 * Takes a file that lies whole on this computer into storage. What does not get there does not stay here either.
 * A folder gets it by its name alone: flydrive would copy what lies here once more, and does not wait for the disk
 * itself, so that a power cut could leave a row without its bytes.
 */
export async function keepBytes(path: string, { key, type }: { key: string; type: string }): Promise<void> {
  const remote = await bucket();
  try {
    if (remote) {
      const { size } = await stat(path);
      await remote.putStream(key, createReadStream(path), { contentType: type, contentLength: size });
    } else {
      await mkdir(pathOf(""), { recursive: true });
      await rename(path, pathOf(key));
    }
  } finally {
    await rm(path, { force: true });
  }
}
