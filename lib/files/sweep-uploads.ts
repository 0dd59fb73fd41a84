import { readdir, rm, stat } from "node:fs/promises";
import { now } from "#lib/clock/now.ts";
import { waitingPath } from "./folder.ts";
import { uploadLasts } from "./uploads.ts";

/** Removes what nobody has gone on with for a day: uploads left unfinished, or never put into a material. Returns how many files went. */
export async function sweepUploads(at = now()): Promise<number> {
  const before = at.subtract(uploadLasts).epochMilliseconds;
  // Until something is uploaded there is no folder.
  const names = await readdir(waitingPath("")).catch(() => []);
  let swept = 0;
  for (const name of names) {
    const path = waitingPath(name);
    // What it is said about an upload is as old as its beginning: it goes with the bytes.
    const newest = await stat(path.replace(/\.json$/, "")).catch(() => stat(path).catch(() => null));
    if (!newest || newest.mtimeMs > before) continue;
    await rm(path, { force: true });
    swept += 1;
  }
  return swept;
}
