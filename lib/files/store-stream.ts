import type { Readable } from "node:stream";
import { waitingPath } from "./folder.ts";
import { keepBytes } from "./keep-bytes.ts";
import type { StoredBytes } from "./stored-bytes.ts";
import { write } from "./write.ts";

/** Writes into storage what comes piece by piece, and never holds all of it. Its type is the caller's word. */
export async function storeStream(
  source: Readable,
  { name, type }: Pick<StoredBytes, "name" | "type">,
): Promise<StoredBytes> {
  const key = crypto.randomUUID();
  const written = await write(source, waitingPath(key));
  await keepBytes(waitingPath(key), { key, type });
  return { key, name, type, ...written };
}
