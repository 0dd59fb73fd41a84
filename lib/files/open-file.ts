import { open } from "node:fs/promises";
import type { Readable } from "node:stream";
import { bucket } from "./bucket.ts";
import { pathOf } from "./folder.ts";

/** The bytes of a file, or those from `start` to `end`, both included. @throws Error when they are gone */
export async function openFile(
  file: { key: string },
  range?: { start: number; end: number },
): Promise<Readable> {
  const remote = await bucket();
  if (remote) return remote.open(file.key, range);
  const handle = await open(pathOf(file.key));
  return handle.createReadStream(range);
}
