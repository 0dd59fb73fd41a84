import { bucket } from "./bucket.ts";
import { folderDrive } from "./folder-drive.ts";

/** Removes bytes that no row speaks of. */
export async function dropBytes(key: string): Promise<void> {
  await ((await bucket()) ?? folderDrive()).delete(key);
}
