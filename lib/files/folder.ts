import { join, resolve } from "node:path";
import { settings } from "#lib/config/settings.ts";

/** Where the bytes of a file are kept. */
export function pathOf(key: string): string {
  return join(resolve(settings().DATA_DIR), "files", key);
}
