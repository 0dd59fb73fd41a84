import { dateOf } from "#lib/clock/convert.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { Prisma } from "../../prisma/generated/client.ts";

export type Offered = { enrollmentId: string; seats: number };

/**
 * Holds seats for parties in line until `until`: all that they asked for, or fewer where they would take
 * fewer. A new hold has its own reminder and its own extension.
 */
export async function holdForLine(tx: Tx, offers: Offered[], at: Temporal.Instant, until: Temporal.Instant) {
  await tx.$executeRaw(Prisma.sql`
    UPDATE "Enrollment" e SET "state" = 'held', "offeredAt" = ${dateOf(at)}, "holdExpiresAt" = ${dateOf(until)},
      "forFewer" = o.seats < e."seats", "seats" = o.seats, "remindedAt" = NULL, "extendedAt" = NULL, "restsUntil" = NULL
    FROM jsonb_to_recordset(${JSON.stringify(offers)}::jsonb) AS o("enrollmentId" uuid, seats int)
    WHERE e."id" = o."enrollmentId" AND e."state" = 'waitlisted'`);
}

/** Counts that a smaller party was offered a place past these. */
export async function notePassedOver(tx: Tx, passes: { enrollmentId: string; times: number }[]) {
  await tx.$executeRaw(Prisma.sql`
    UPDATE "Enrollment" e SET "passedOver" = e."passedOver" + p.times
    FROM jsonb_to_recordset(${JSON.stringify(passes)}::jsonb) AS p("enrollmentId" uuid, times int)
    WHERE e."id" = p."enrollmentId"`);
}
