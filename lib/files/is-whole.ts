import { bucket } from "./bucket.ts";
import { folderDrive } from "./folder-drive.ts";

/** Whether a file's bytes are where they were put, all of them. */
export async function isWhole({ key, bytes }: { key: string; bytes: number }): Promise<boolean> {
  const drive = (await bucket()) ?? folderDrive();
  return drive.getMetaData(key).then(
    ({ contentLength }) => contentLength === bytes,
    () => false,
  );
}
