import type { Tx } from "#lib/db/transaction.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import type { StoredBytes } from "./stored-bytes.ts";

/** Makes the row of a file whose bytes are stored. Returns its id. */
export async function keepFile(tx: Tx, stored: StoredBytes): Promise<string> {
  const { id } = await tx.file.create({ data: stored, select: { id: true } });
  return id;
}

/** The same as a piece of a larger statement: the row is made, under this id, if `cause` selects one. */
export function fileInsert(
  id: string,
  { key, name, type, bytes, sha256 }: StoredBytes,
  cause: Prisma.Sql,
): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO "File" ("id", "key", "name", "type", "bytes", "sha256")
    SELECT ${id}::uuid, ${key}, ${name}, ${type}, ${bytes}, ${sha256} FROM (${cause}) AS cause`;
}
