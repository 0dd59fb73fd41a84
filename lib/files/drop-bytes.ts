import { rm } from "node:fs/promises";
import { pathOf } from "./folder.ts";

/** Removes bytes that no row speaks of. */
export async function dropBytes(key: string): Promise<void> {
  await rm(pathOf(key), { force: true });
}
