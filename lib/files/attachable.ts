import { buffer } from "node:stream/consumers";
import { bucket } from "./bucket.ts";
import { pathOf } from "./folder.ts";

/**
 * Where a letter finds a file that goes with it. In a folder it is named and not opened, and from a bucket it is read
 * at once (a letter's files are small): a letter that never gets so far must leave nothing open.
 */
export async function attachable({ key, type }: { key: string; type: string }): Promise<{ path: string }> {
  const remote = await bucket();
  if (!remote) return { path: pathOf(key) };
  const bytes = await buffer(await remote.open(key));
  return { path: `data:${type};base64,${bytes.toString("base64")}` };
}
