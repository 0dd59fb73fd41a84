import type { Readable } from "node:stream";
import { pathOf } from "./folder.ts";
import type { StoredBytes } from "./store-bytes.ts";
import { write } from "./write.ts";

/** Writes to the disk what comes piece by piece, and never holds all of it. Its type is the caller's word. */
export async function storeStream(
  source: Readable,
  { name, type }: Pick<StoredBytes, "name" | "type">,
): Promise<StoredBytes> {
  const key = crypto.randomUUID();
  return { key, name, type, ...(await write(source, pathOf(key))) };
}
