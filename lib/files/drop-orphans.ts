import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import { bucket } from "./bucket.ts";
import { folderDrive } from "./folder-drive.ts";

/**
 * Removes bytes whose row never came: the process was killed between the two. Those of the last day are left,
 * as their row may be on its way. Returns how many files went.
 */
export async function dropOrphans(at = now()): Promise<number> {
  const before = at.subtract({ hours: 24 }).epochMilliseconds;
  const drive = (await bucket()) ?? folderDrive();
  let dropped = 0;
  let paginationToken: string | undefined;
  do {
    // Until something is stored there is no folder.
    const page = await drive.listAll("", { paginationToken, maxResults: 500 }).catch(() => null);
    const keys = [...(page?.objects ?? [])].flatMap((one) => (one.isFile && isId(one.key) ? [one.key] : []));
    for (const key of await unknown(keys)) {
      const found = await drive.getMetaData(key).catch(() => null);
      if (!found || found.lastModified.getTime() > before) continue;
      await drive.delete(key);
      dropped += 1;
    }
    paginationToken = page?.paginationToken;
  } while (paginationToken);
  return dropped;
}

async function unknown(keys: string[]): Promise<string[]> {
  if (keys.length === 0) return [];
  const known = await db.file.findMany({ where: { key: { in: keys } }, select: { key: true } });
  const there = new Set(known.map(({ key }) => key));
  return keys.filter((key) => !there.has(key));
}
