import type { Tx } from "#lib/db/transaction.ts";
import { Prisma } from "../../prisma/generated/client.ts";

/** A message of ours or theirs that a new one answers; it may be in no thread yet. */
export type Known = { id: string; threadId: string | null };

/**
 * The message that this one answers, or null. Message-IDs can be guessed and passed on, so it counts only
 * for a sender who is in that thread already, or of the party that the message went to: a stranger's reply
 * never joins, and a like subject says nothing.
 */
export async function findAnswered(
  tx: Tx,
  { references, sender }: { references: string[]; sender: string },
): Promise<Known | null> {
  const [known] = await tx.$queryRaw<Known[]>(Prisma.sql`
    WITH known AS (
      SELECT m."id", m."threadId", m."address", m."createdAt" FROM "Message" m
      WHERE m."messageId" = ANY(${references}::text[]) AND (m."threadId" IS NOT NULL OR m."direction" = 'outgoing')),
    involved AS (
      SELECT k."id", k."address" FROM known k
      UNION SELECT k."id", m."address" FROM known k JOIN "Message" m ON m."threadId" = k."threadId"
      UNION SELECT k."id", (p->>'email')::citext FROM known k
        JOIN "Inquiry" i ON i."threadId" = k."threadId", jsonb_array_elements(i."people") p)
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
