import { incomingMail } from "#lib/audit/actor.ts";
import { eventsInsert } from "#lib/audit/record.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { inquiriesInsert, type NewInquiry } from "#lib/inquiries/open.ts";
import { type AttachmentNoted, attachmentsInsert } from "#lib/mail/note-attachments.ts";
import { readingsUpdate, type Understood } from "#lib/mail/note-reading.ts";
import { threadsInsert } from "#lib/mail/open-thread.ts";
import { type Letter, manyMessagesInsert, sendManyJobs } from "#lib/mail/queue.ts";
import { Prisma } from "../../prisma/generated/client.ts";

/** A message that belongs with no other, and what follows from it: its thread, its inquiry, and our answer. */
export type Case = {
  id: string;
  threadId: string;
  understood: Understood;
  attachments: AttachmentNoted[];
  inquiry: NewInquiry | null;
  letter: Letter | null;
};

/** Seconds: of what comes in a rush, all is read before the first is answered. */
const answerAfter = 3;

/**
 * Writes down cases, with the jobs that send our answers, and who did that. All in one statement, because nearly all mail
 * comes this way.
 */
export async function openCases(tx: Tx, cases: Case[], at: Temporal.Instant): Promise<void> {
  if (cases.length === 0) return;
  await tx.$queryRaw(Prisma.sql`
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(cases.map(asStored))}::jsonb)
        AS ("id" uuid, "threadId" uuid, "understood" jsonb, "attachments" jsonb, "inquiry" jsonb, "letter" jsonb)),
    asking AS (SELECT * FROM given WHERE jsonb_typeof("inquiry") = 'object'),
    read AS (${readingsUpdate(Prisma.sql`SELECT "id", "threadId", "understood" FROM given`)}),
    attached AS (${attachmentsInsert(Prisma.sql`SELECT "id", "attachments" FROM given`)}),
    opened AS (${threadsInsert(
      Prisma.sql`SELECT "threadId", "understood"->>'subject',
        CASE "understood"->>'state' WHEN 'read' THEN 'new' ELSE 'done' END::"ThreadState" FROM given`,
      at,
    )}),
    drafted AS (${inquiriesInsert(Prisma.sql`SELECT "threadId", "inquiry" FROM asking`)}),
    audited AS (${eventsInsert(
      incomingMail,
      Prisma.sql`SELECT 'message.' || ("understood"->>'state'), "id" FROM given
        UNION ALL SELECT 'inquiry.opened', ("inquiry"->>'id')::uuid FROM asking`,
    )}),
    queued AS (${manyMessagesInsert(
      Prisma.sql`SELECT l."template", l."to"->>'address', l."to"->>'name', l."props", g."threadId", l."inReplyTo"
        FROM given g, jsonb_to_record(g."letter") AS l("template" text, "to" jsonb, "props" jsonb, "inReplyTo" text)
        WHERE jsonb_typeof(g."letter") = 'object'`,
      at,
    )})
    SELECT ${sendManyJobs(Prisma.sql`queued`, answerAfter)}`);
}

/** The database's names for intents are those of the outside. */
function asStored({ inquiry, ...rest }: Case) {
  const intent = inquiry?.intent === "partnerReply" ? "partner-reply" : inquiry?.intent;
  return { ...rest, inquiry: inquiry && { ...inquiry, intent } };
}
