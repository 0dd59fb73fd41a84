import type { Tx } from "#lib/db/transaction.ts";
import { keepFile } from "#lib/files/keep-file.ts";
import type { StoredBytes } from "#lib/files/stored-bytes.ts";

/** Makes stored files go with a message, in their order. */
export async function attach(tx: Tx, messageId: string, files: StoredBytes[]): Promise<void> {
  for (const [index, file] of files.entries()) {
    const fileId = await keepFile(tx, file);
    const { name, type, bytes } = file;
    await tx.attachment.create({ data: { messageId, position: index + 1, name, type, bytes, fileId } });
  }
}
