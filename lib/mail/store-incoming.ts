import { incomingMail } from "#lib/audit/actor.ts";
import { auditInsert } from "#lib/audit/record.ts";
import { dateOf } from "#lib/clock/convert.ts";
import type { Run } from "#lib/db/alone.ts";
import { fileInsert } from "#lib/files/keep-file.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import { readingJob } from "./reading-job.ts";
import type { TakenBytes } from "./take-bytes.ts";

/**
 * Stores a message as it came, with the job that reads it (design rule 6), in one statement. A message that is
 * here already, by whichever way, is answered with the first one's id. Nothing is decoded yet: what can't be
 * read is kept too.
 */
export async function storeIncoming(
  run: Run,
  { raw, file, fingerprint, address }: TakenBytes,
  at: Temporal.Instant,
): Promise<{ messageId: string; isNew: boolean }> {
  const fileId = file && crypto.randomUUID();
  const kept = fileId
    ? Prisma.sql`, kept AS (${fileInsert(fileId, file, Prisma.sql`SELECT FROM stored`)})`
    : Prisma.empty;
  const [stored] = await run<{ id: string }[]>(Prisma.sql`
    WITH stored AS (
      INSERT INTO "Message" ("id", "direction", "state", "raw", "rawFileId", "fingerprint", "address", "createdAt")
      VALUES (uuidv7(), 'incoming', 'received', ${raw}::bytea, ${fileId}::uuid, ${fingerprint}, ${address}, ${dateOf(at)})
      ON CONFLICT ("fingerprint") DO NOTHING RETURNING "id")${kept},
    audited AS (${auditInsert(incomingMail, "message.received", Prisma.sql`SELECT "id" FROM stored`)})
    SELECT stored."id", ${readingJob} FROM stored`);
  if (stored) return { messageId: stored.id, isNew: true };
  // Not in the same statement, which doesn't see what was stored while it waited.
  const [known] = await run<{ id: string }[]>(
    Prisma.sql`SELECT "id" FROM "Message" WHERE "fingerprint" = ${fingerprint}`,
  );
  if (!known) throw new Error("A message that was here is gone.");
  return { messageId: known.id, isNew: false };
}
