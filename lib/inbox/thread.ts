import type { Tx } from "#lib/db/transaction.ts";
import type { Mail } from "#lib/reading/read-mail.ts";
import { Prisma } from "../../prisma/generated/client.ts";

/** A message of ours or theirs that a new one answers; it may be in no thread yet. */
export type Known = { id: string; threadId: string | null };

type Pointers = Pick<Mail, "messageId" | "references" | "threadIds"> & { sender: string };

/**
 * The message that this one belongs with, or null: one that it answers, one in the thread whose address it was
 * sent to, or an answer of the same sender's to it that came first. Message-IDs and addresses can be guessed and
 * passed on, so they count only for a sender who is in that thread already, or of the party that it is with: a
 * stranger's reply never joins, and a like subject says nothing. Threads that were merged lead on.
 */
export async function findAnswered(
  tx: Tx,
  { messageId, references, threadIds, sender }: Pointers,
): Promise<Known | null> {
  const [known] = await tx.$queryRaw<Known[]>(Prisma.sql`
    WITH RECURSIVE named AS (
      SELECT m."id", m."threadId", m."address", m."createdAt" FROM "Message" m
      WHERE m."messageId" = ANY(${references}::text[]) AND (m."threadId" IS NOT NULL OR m."direction" = 'outgoing')
      UNION SELECT m.* FROM unnest(${threadIds}::uuid[]) AS thread(id), LATERAL (
        SELECT m."id", m."threadId", m."address", m."createdAt" FROM "Message" m
        WHERE m."threadId" = thread.id ORDER BY m."createdAt" DESC LIMIT 1) AS m
      UNION SELECT m."id", m."threadId", m."address", m."createdAt" FROM "Message" m
      WHERE m."address" = ${sender}::citext AND m."inReplyTo" = ${messageId} AND m."direction" = 'incoming'
        AND m."threadId" IS NOT NULL),
    merged AS (
      SELECT t."id" AS "from", t."mergedIntoId" AS "threadId", 1 AS steps FROM "Thread" t
      WHERE t."mergedIntoId" IS NOT NULL AND (t."id" = ANY(${threadIds}::uuid[]) OR t."id" IN (SELECT "threadId" FROM named))
      UNION ALL SELECT g."from", t."mergedIntoId", g.steps + 1 FROM merged g JOIN "Thread" t ON t."id" = g."threadId"
      WHERE t."mergedIntoId" IS NOT NULL AND g.steps < 20),
    ends AS (SELECT DISTINCT ON ("from") "from", "threadId" FROM merged ORDER BY "from", steps DESC),
    known AS (
      SELECT n."id", COALESCE(e."threadId", n."threadId") AS "threadId", n."address", n."createdAt"
      FROM named n LEFT JOIN ends e ON e."from" = n."threadId"
      UNION SELECT m.* FROM ends e, LATERAL (
        SELECT m."id", m."threadId", m."address", m."createdAt" FROM "Message" m
        WHERE m."threadId" = e."threadId" ORDER BY m."createdAt" DESC LIMIT 1) AS m),
    involved AS (
      SELECT k."id", k."address" FROM known k WHERE k."threadId" IS NULL
      UNION SELECT k."id", m."address" FROM known k JOIN "Message" m ON m."threadId" = k."threadId" AND m."state" <> 'filed'
      UNION SELECT k."id", (p->>'email')::citext FROM known k
        JOIN "Inquiry" i ON i."threadId" = k."threadId", jsonb_array_elements(i."people") p
      UNION SELECT k."id", linked."email" FROM known k
        JOIN "ThreadParty" tp ON tp."threadId" = k."threadId"
        JOIN "Member" a ON a."partyId" = tp."partyId" AND a."state" IN ('invited', 'confirmed')
        JOIN "Person" linked ON linked."id" = a."personId")
    SELECT k."id", k."threadId" FROM known k
    WHERE EXISTS (
      SELECT 1 FROM involved v WHERE v."id" = k."id" AND (v."address" = ${sender}::citext OR EXISTS (
        SELECT 1 FROM "Person" theirs
        JOIN "Member" a ON a."personId" = theirs."id" AND a."state" IN ('invited', 'confirmed')
        JOIN "Member" b ON b."partyId" = a."partyId" AND b."state" IN ('invited', 'confirmed')
        JOIN "Person" partner ON partner."id" = b."personId"
        WHERE theirs."email" = v."address" AND partner."email" = ${sender}::citext)))
    ORDER BY k."threadId" IS NULL, k."createdAt" DESC LIMIT 1`);
  return known ?? null;
}
