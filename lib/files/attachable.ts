import { buffer } from "node:stream/consumers";
import { bucket } from "./bucket.ts";
import { pathOf } from "./folder.ts";

/**
 * A file for a letter that it goes with. In a folder it is named and not opened, and from a bucket it is read at once
 * (a letter's files are small): a letter that never gets so far must leave nothing open.
 */
export async function attachable(key: string): Promise<{ path: string } | { content: Buffer }> {
  const remote = await bucket();
  return remote ? { content: await buffer(await remote.open(key)) } : { path: pathOf(key) };
}
