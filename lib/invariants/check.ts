import { dateOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { isWhole } from "#lib/files/is-whole.ts";
import { rules } from "./rules.ts";

export type Finding = { name: string; says: string; ids: string[] };

/** Looks at the whole database, and at the files' bytes. A finding without ids is a rule that holds. */
export async function check(at = now()): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { name, says, sql } of rules) {
    const rows = sql.includes("$1")
      ? await db.$queryRawUnsafe<{ id: string }[]>(sql, dateOf(at))
      : await db.$queryRawUnsafe<{ id: string }[]>(sql);
    findings.push({ name, says, ids: rows.map(({ id }) => id) });
  }
  return [...findings, await filesWithoutBytes()];
}

async function filesWithoutBytes(): Promise<Finding> {
  const files = await db.file.findMany({ select: { id: true, key: true, bytes: true } });
  const ids: string[] = [];
  for (const file of files) if (!(await isWhole(file))) ids.push(file.id);
  return { name: "file-has-bytes", says: "Every file has its bytes.", ids };
}
