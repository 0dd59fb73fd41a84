import type { Tx } from "#lib/db/transaction.ts";
import { manyMessagesInsert, sendManyJobs } from "#lib/mail/queue.ts";
import { Prisma } from "../../prisma/generated/client.ts";

/** Tells everybody of many parties that they are on the list, each with their own link: one statement for all. */
export async function mailInterests(tx: Tx, interestIds: string[], at: Temporal.Instant): Promise<void> {
  await tx.$queryRaw(Prisma.sql`
    WITH queued AS (${manyMessagesInsert(
      Prisma.sql`
      SELECT 'interest-joined', p."email"::text, p."name",
        jsonb_build_object('memberId', m."id", 'interestId', i."id"), NULL::uuid, NULL::text
      FROM "Interest" i JOIN "Member" m ON m."partyId" = i."partyId" JOIN "Person" p ON p."id" = m."personId"
      WHERE i."id" = ANY(${interestIds}::uuid[]) AND m."state" IN ('invited', 'confirmed')
      ORDER BY i."since", m."position"`,
      at,
    )})
    SELECT ${sendManyJobs(Prisma.sql`queued`)}`);
}
