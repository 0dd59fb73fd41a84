import { dateOf } from "#lib/clock/convert.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { Prisma } from "../../prisma/generated/client.ts";

/** For so long a letter about what staff decided waits, so that it can be taken back. */
export const thinkingTime = Temporal.Duration.from({ seconds: 20 });

/** What letters are about, as it stands in their props. */
export type About = { enrollmentId: string } | { announcementId: string };

/**
 * Takes back the letters about an enrolment or an announcement that were queued since `since`, all or none: once one
 * of them is on its way, undoing is no longer honest. Returns whether they were taken back.
 */
export async function withdrawLetters(tx: Tx, about: About, since: Temporal.Instant): Promise<boolean> {
  const letters = await tx.$queryRaw<{ id: string; state: string; batch: string }[]>(
    Prisma.sql`SELECT "id", "state", "batch" FROM "Message" WHERE ${written(about, since)} FOR UPDATE`,
  );
  if (letters.some(({ state }) => state !== "queued")) return false;
  const ids = letters.map(({ id }) => id);
  const batches = [...new Set(letters.map(({ batch }) => batch))];
  await tx.message.updateMany({
    where: { id: { in: ids } },
    data: { state: "kept", error: "Taken back before it was sent." },
  });
  await tx.$queryRaw(Prisma.sql`
    SELECT count(graphile_worker.remove_job('send-messages:' || batch)) FROM unnest(${batches}::text[]) AS taken(batch)`);
  return true;
}

/** Whether none of these letters is on its way yet. */
export async function lettersWait(tx: Tx, about: About, since: Temporal.Instant): Promise<boolean> {
  const [gone] = await tx.$queryRaw<{ count: number }[]>(Prisma.sql`
    SELECT count(*)::int AS count FROM "Message" WHERE ${written(about, since)} AND "state" <> 'queued'`);
  return gone?.count === 0;
}

function written(about: About, since: Temporal.Instant): Prisma.Sql {
  return Prisma.sql`"direction" = 'outgoing' AND "createdAt" >= ${dateOf(since)}
    AND "props" @> ${JSON.stringify(about)}::jsonb`;
}
