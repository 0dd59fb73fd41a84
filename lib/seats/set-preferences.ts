import type { Tx } from "#lib/db/transaction.ts";
import { Prisma } from "../../prisma/generated/client.ts";

/** Puts one of a party's enrolments first in its own order; the order of the others stays. */
export async function setPreferences(tx: Tx, first: string, partyId: string): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    UPDATE "Enrollment" e SET "preference" = o.place FROM (
      SELECT "id", row_number() OVER (ORDER BY "id" <> ${first}::uuid, "preference", "joinedAt", "id")::int AS place
      FROM "Enrollment" WHERE "partyId" = ${partyId}::uuid AND "state" IN ('applied', 'held', 'waitlisted', 'confirmed')
    ) AS o WHERE e."id" = o."id"`);
}
