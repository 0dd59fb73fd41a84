import { db } from "#lib/db/client.ts";
import { Prisma } from "../../prisma/generated/client.ts";

const longest = 30;

/** The Message-IDs that lead to a message of a thread, the oldest first, `inReplyTo` last: its References. */
export async function chainTo(inReplyTo: string | null, threadId: string | null): Promise<string[]> {
  if (!inReplyTo) return [];
  // A Message-ID that comes in is somebody else's word: it may stand twice, or lead in a circle.
  const ids = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    WITH RECURSIVE chain(id, step) AS (
      SELECT ${inReplyTo}::text, 1
      UNION ALL SELECT before."inReplyTo", c.step + 1 FROM chain c, LATERAL (
        SELECT m."inReplyTo" FROM "Message" m
        WHERE m."messageId" = c.id AND m."threadId" = ${threadId}::uuid AND m."inReplyTo" IS NOT NULL
        ORDER BY m."createdAt" LIMIT 1) AS before
      WHERE c.step < ${longest})
    SELECT id FROM chain GROUP BY id ORDER BY min(step) DESC`);
  return ids.map(({ id }) => id);
}
