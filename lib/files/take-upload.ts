import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, rm } from "node:fs/promises";
import { fileTypeFromFile } from "file-type";
import { isId } from "#lib/db/is-id.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { waitingPath } from "./folder.ts";
import { keepBytes } from "./keep-bytes.ts";
import type { StoreRefusal } from "./store-bytes.ts";
import type { StoredBytes } from "./stored-bytes.ts";
import { uploads } from "./uploads.ts";

export type UploadRefusal = StoreRefusal | "gone";

/** Takes an upload of this user's, once all of it has come, into storage; like `storeBytes` for what came with a form. */
export async function takeUpload(
  userId: string,
  uploadId: string,
  accepts: (type: string) => boolean,
): Promise<Outcome<UploadRefusal, StoredBytes>> {
  const upload = isId(uploadId)
    ? await uploads()
        .store.getUpload(uploadId)
        .catch(() => null)
    : null;
  if (upload?.metadata?.userId !== userId || upload.offset !== upload.size) return refuse("gone");
  if (upload.size === 0) return refuse("empty");
  const path = waitingPath(uploadId);
  const type = (await fileTypeFromFile(path))?.mime;
  if (!type || !accepts(type)) return refuse("wrong_type");
  const sha256 = await digestOf(path);
  const key = crypto.randomUUID();
  await keepBytes(path, { key, type });
  await rm(`${path}.json`, { force: true });
  return done({ key, name: upload.metadata.name || "file", type, bytes: upload.size, sha256 });
}

/** The SHA-256 in hex, of bytes that are on the disk itself by then. */
async function digestOf(path: string): Promise<string> {
  const file = await open(path, "r+");
  try {
    await file.datasync();
  } finally {
    await file.close();
  }
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest("hex");
}
