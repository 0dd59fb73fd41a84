import { join, resolve } from "node:path";
import { settings } from "#lib/config/settings.ts";

/** Where the bytes of a file are kept, unless a bucket keeps them. */
export function pathOf(key: string): string {
  return join(resolve(settings().DATA_DIR), "files", key);
}

/** Where bytes wait that are still coming, or that are on their way into storage. */
export function waitingPath(key: string): string {
  return join(resolve(settings().DATA_DIR), "uploads", key);
}
