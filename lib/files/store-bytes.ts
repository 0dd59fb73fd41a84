import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { fileTypeFromBlob } from "file-type";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { pathOf } from "./folder.ts";

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
  const sha256 = await write(upload, pathOf(key));
  return done({ key, name: upload.name, type, bytes: upload.size, sha256 });
}

/** Writes what has come to the disk itself before it returns. Returns the SHA-256, in hex. */
async function write(upload: File, path: string): Promise<string> {
  const hash = createHash("sha256");
  await mkdir(dirname(path), { recursive: true });
  try {
    await pipeline(
      Readable.fromWeb(upload.stream() as ReadableStream<Uint8Array>),
      async function* (chunks: AsyncIterable<Uint8Array>) {
        for await (const chunk of chunks) {
          hash.update(chunk);
          yield chunk;
        }
      },
      createWriteStream(path, { flush: true, mode: 0o600 }),
    );
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return hash.digest("hex");
}
