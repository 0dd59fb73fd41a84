import type { Tx } from "#lib/db/transaction.ts";

export type AttachmentNoted = { name: string; type: string; bytes: number };

/** Notes what came inside a message, by its place there, which counts from 1. Its bytes stay in the raw message. */
export async function noteAttachments(
  tx: Tx,
  messageId: string,
  attachments: AttachmentNoted[],
): Promise<void> {
  if (attachments.length === 0) return;
  await tx.attachment.createMany({
    data: attachments.map((attachment, index) => ({ messageId, position: index + 1, ...attachment })),
    skipDuplicates: true,
  });
}
