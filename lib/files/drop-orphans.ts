import { opendir, stat } from "node:fs/promises";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import { dropBytes } from "./drop-bytes.ts";
import { pathOf } from "./folder.ts";

const batch = 500;

/**
 * Removes bytes whose row never came: the process was killed between the two. Those of the last day are left,
 * as their row may be on its way. Returns how many files went.
 */
export async function dropOrphans(at = now()): Promise<number> {
  const before = at.subtract({ hours: 24 }).epochMilliseconds;
  let dropped = 0;
  let keys: string[] = [];
  const drop = async () => {
    dropped += await dropUnknown(keys);
    keys = [];
  };
  // Until something is stored there is no folder.
  const folder = await opendir(pathOf("")).catch(() => null);
  for await (const { name } of folder ?? []) {
    if (!isId(name)) continue;
    const found = await stat(pathOf(name)).catch(() => null);
    if (!found || found.mtimeMs > before) continue;
    keys.push(name);
    if (keys.length === batch) await drop();
  }
  await drop();
  return dropped;
}

async function dropUnknown(keys: string[]): Promise<number> {
  if (keys.length === 0) return 0;
  const known = await db.file.findMany({ where: { key: { in: keys } }, select: { key: true } });
  const orphans = keys.filter((key) => !known.some((file) => file.key === key));
  for (const key of orphans) await dropBytes(key);
  return orphans.length;
}
