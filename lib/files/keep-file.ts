import type { Tx } from "#lib/db/transaction.ts";
import type { StoredBytes } from "./store-bytes.ts";

/** Makes the row of a file whose bytes are stored. Returns its id. */
export async function keepFile(tx: Tx, stored: StoredBytes): Promise<string> {
  const { id } = await tx.file.create({ data: stored, select: { id: true } });
  return id;
}
