import type { Tx } from "#lib/db/transaction.ts";
import { Prisma } from "../../prisma/generated/client.ts";

export type AttachmentNoted = { name: string; type: string; bytes: number };

/** Notes what came inside a message, by its place there, which counts from 1. Its bytes stay in the raw message. */
export async function noteAttachments(
  tx: Tx,
  messageId: string,
  attachments: AttachmentNoted[],
): Promise<void> {
  if (attachments.length === 0) return;
  const noted = Prisma.sql`SELECT ${messageId}::uuid, ${JSON.stringify(attachments)}::jsonb`;
  await tx.$executeRaw(attachmentsInsert(noted));
}

/** The same for many, as a piece of a larger statement. `noted` selects a message's id, and its attachments as JSON. */
export function attachmentsInsert(noted: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO "Attachment" ("id", "messageId", "position", "name", "type", "bytes")
    SELECT uuidv7(), m.id, a.position, a.name, a.type, a.bytes
    FROM (${noted}) AS m(id, attachments), ROWS FROM (jsonb_to_recordset(m.attachments)
      AS (name text, type text, bytes int)) WITH ORDINALITY AS a(name, type, bytes, position)
    ON CONFLICT DO NOTHING`;
}
