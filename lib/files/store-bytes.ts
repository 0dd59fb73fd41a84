import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { fileTypeFromBlob } from "file-type";
import { largestFile } from "#lib/config/settings.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { storeStream } from "./store-stream.ts";
import type { StoredBytes } from "./stored-bytes.ts";

export type StoreRefusal = "empty" | "too_large" | "wrong_type";

/**
 * Writes what came with a form into storage, for `keepFile` to make a row of. Its type is what the bytes say,
 * whatever the name claims; `accepts` says which are welcome. Comes before the transaction, so that no row is ever
 * without its bytes and no transaction waits for a disk.
 */
export async function storeBytes(
  upload: File,
  accepts: (type: string) => boolean,
): Promise<Outcome<StoreRefusal, StoredBytes>> {
  if (upload.size === 0) return refuse("empty");
  if (upload.size > largestFile()) return refuse("too_large");
  const type = (await fileTypeFromBlob(upload))?.mime;
  if (!type || !accepts(type)) return refuse("wrong_type");
  const source = Readable.fromWeb(upload.stream() as ReadableStream<Uint8Array>);
  return done(await storeStream(source, { name: upload.name, type }));
}
