import { db } from "#lib/db/client.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { Prisma } from "../../prisma/generated/client.ts";

/**
 * Puts so many parties at the end of a cohort's line, a minute after each other: every third is a couple, and
 * every fiftieth has paused. Written as rows, since ten thousand by the form would take long; triggers are off
 * meanwhile, and the counter that they keep is set by hand.
 */
export async function lengthen(cohortId: string, parties: number, from: Temporal.Instant): Promise<void> {
  const start = new Date(from.epochMilliseconds);
  await inTransaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tx.$executeRaw(Prisma.sql`
      WITH wanted AS (
        SELECT n, uuidv7() AS party, CASE WHEN n % 3 = 0 THEN 2 ELSE 1 END AS seats
        FROM generate_series(1, ${parties}::int) AS n
      ), people AS (
        SELECT w.n, w.party, position, uuidv7() AS person FROM wanted w, generate_series(1, w.seats) AS position
      ), parties AS (INSERT INTO "Party" ("id") SELECT party FROM wanted
      ), persons AS (
        INSERT INTO "Person" ("id", "name", "email")
        SELECT person, 'Guest ' || n || '.' || position, 'guest' || n || '.' || position || '@example.org' FROM people
      ), members AS (
        INSERT INTO "Member" ("id", "partyId", "personId", "position") SELECT uuidv7(), party, person, position FROM people
      )
      INSERT INTO "Enrollment" ("id", "partyId", "cohortId", "state", "seats", "joinedAt", "pausedAt")
      SELECT uuidv7(), party, ${cohortId}::uuid, 'waitlisted', seats,
        ${start}::timestamptz + n * interval '1 minute', CASE WHEN n % 50 = 0 THEN ${start}::timestamptz END
      FROM wanted`);
    await tx.$executeRaw`
      UPDATE "Cohort" SET "partiesWaiting" = "partiesWaiting" + ${parties}::int WHERE "id" = ${cohortId}::uuid`;
  });
  await db.$executeRaw`ANALYZE "Enrollment", "Party", "Member", "Person"`;
}
