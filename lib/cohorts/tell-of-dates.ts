import type { Tx } from "#lib/db/transaction.ts";
import { messageInsert, sendJobs } from "#lib/mail/queue.ts";
import type { DateChange } from "#lib/mail/template.ts";
import { withdrawWaiting } from "#lib/mail/withdraw-waiting.ts";
import { Prisma } from "../../prisma/generated/client.ts";

/** So long a letter about dates waits for more of them: whoever moves three evenings causes one letter. */
const gathering = Temporal.Duration.from({ minutes: 2 });

/**
 * Tells everybody who has a place about a changed session, each with their own link. While a letter about earlier
 * changes still waits, this one takes its place and says them all; for each session, what it was when it was last told.
 */
export async function tellOfDates(
  tx: Tx,
  cohortId: string,
  change: DateChange,
  at: Temporal.Instant,
): Promise<void> {
  const [waiting] = await withdrawWaiting(tx, "dates-changed", { cohortId });
  const earlier = waiting?.changes ?? [];
  const isNew = earlier.every(({ sessionId }) => sessionId !== change.sessionId);
  const changes = isNew ? [...earlier, change] : earlier;
  await tx.$queryRaw(Prisma.sql`
    WITH queued AS (${messageInsert(
      Prisma.sql`
      SELECT 'dates-changed'::text, p."email"::text, p."name",
        jsonb_build_object('memberId', m."id", 'enrollmentId', e."id", 'cohortId', e."cohortId",
          'changes', ${JSON.stringify(changes)}::jsonb), NULL::uuid, NULL::text
      FROM "Enrollment" e JOIN "Member" m ON m."partyId" = e."partyId" JOIN "Person" p ON p."id" = m."personId"
      WHERE e."cohortId" = ${cohortId}::uuid AND e."state" IN ('confirmed', 'completed') AND m."state" = 'confirmed'`,
      at,
    )})
    SELECT ${sendJobs(Prisma.sql`queued`, gathering.total("seconds"))}`);
}
