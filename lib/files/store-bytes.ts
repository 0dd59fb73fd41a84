import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { fileTypeFromBlob } from "file-type";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { pathOf } from "./folder.ts";
import { write } from "./write.ts";

export type StoredBytes = { key: string; name: string; type: string; bytes: number; sha256: string };

export type StoreRefusal = "empty" | "too_large" | "wrong_type";

const mostBytes = 200 * 1024 * 1024;

/**
 * Writes an upload to the disk, for `keepFile` to make a row of. Its type is what the bytes say, whatever the
 * name claims; `accepts` says which are welcome. Comes before the transaction, so that no row is ever
 * without its bytes and no transaction waits for a disk.
 */
export async function storeBytes(
  upload: File,
  accepts: (type: string) => boolean,
): Promise<Outcome<StoreRefusal, StoredBytes>> {
  if (upload.size === 0) return refuse("empty");
  if (upload.size > mostBytes) return refuse("too_large");
  const type = (await fileTypeFromBlob(upload))?.mime;
  if (!type || !accepts(type)) return refuse("wrong_type");
  const key = crypto.randomUUID();
  const source = Readable.fromWeb(upload.stream() as ReadableStream<Uint8Array>);
  return done({ key, name: upload.name, type, ...(await write(source, pathOf(key))) });
}
