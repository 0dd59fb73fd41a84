import { dateOf } from "#lib/clock/convert.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import { holdEnd } from "./place.ts";

/** Holds seats for parties in line, until the cohort's offer period ends. */
export async function holdForLine(tx: Tx, cohortId: string, enrollmentIds: string[], at: Temporal.Instant) {
  await tx.$executeRaw(Prisma.sql`
    UPDATE "Enrollment" e SET "state" = 'held', "offeredAt" = ${dateOf(at)},
      "holdExpiresAt" = ${holdEnd(at, Prisma.sql`c."offerHours"`, Prisma.sql`(SELECT min("startsAt") FROM "Session" WHERE "cohortId" = c."id")`)}
    FROM "Cohort" c
    WHERE c."id" = ${cohortId}::uuid AND e."cohortId" = c."id" AND e."id" = ANY(${enrollmentIds}::uuid[]) AND e."state" = 'waitlisted'`);
}

/** Counts that a smaller party was offered a place past these. */
export async function notePassedOver(tx: Tx, passes: { enrollmentId: string; times: number }[]) {
  for (const { enrollmentId, times } of passes) {
    await tx.enrollment.update({ where: { id: enrollmentId }, data: { passedOver: { increment: times } } });
  }
}
