import { FSDriver } from "flydrive/drivers/fs";
import { pathOf } from "./folder.ts";

/** The folder that files are kept in. */
export function folderDrive(): FSDriver {
  return new FSDriver({ location: pathOf(""), visibility: "private" });
}
