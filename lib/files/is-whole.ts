import { stat } from "node:fs/promises";
import { pathOf } from "./folder.ts";

/** Whether a file's bytes are where they were put, all of them. */
export async function isWhole({ key, bytes }: { key: string; bytes: number }): Promise<boolean> {
  return stat(pathOf(key)).then(
    ({ size }) => size === bytes,
    () => false,
  );
}
