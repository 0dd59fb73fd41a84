import type { Tx } from "#lib/db/transaction.ts";
import { manyMessagesInsert, sendManyJobs } from "#lib/mail/queue.ts";
import { Prisma } from "../../prisma/generated/client.ts";

/** Queues a message to everybody of many parties in line, each with their own link: one statement for all. */
export async function mailParties(
  tx: Tx,
  template: "waitlisted",
  enrollmentIds: string[],
  at: Temporal.Instant,
): Promise<void> {
  await tx.$queryRaw(Prisma.sql`
    WITH queued AS (${manyMessagesInsert(
      Prisma.sql`
      SELECT ${template}::text, p."email"::text, p."name",
        jsonb_build_object('memberId', m."id", 'enrollmentId', e."id"), NULL::uuid, NULL::text
      FROM "Enrollment" e JOIN "Member" m ON m."partyId" = e."partyId" JOIN "Person" p ON p."id" = m."personId"
      WHERE e."id" = ANY(${enrollmentIds}::uuid[]) AND e."state" = 'waitlisted'
        AND m."state" IN ('invited', 'confirmed')
      ORDER BY e."joinedAt", m."position"`,
      at,
    )})
    SELECT ${sendManyJobs(Prisma.sql`queued`)}`);
}
