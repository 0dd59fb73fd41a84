import type { Tx } from "#lib/db/transaction.ts";
import { Prisma } from "../../prisma/generated/client.ts";

/**
 * Puts a party back in line after its enrolment ended, with all that it had there: its time of joining, how
 * often it was passed over, and its pause. An ended enrolment stays ended, so this is a new one that goes on
 * from it. Returns its id.
 */
export async function rejoin(tx: Tx, endedId: string, pausedAt: Date | null): Promise<string> {
  const [back] = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    INSERT INTO "Enrollment" ("id", "partyId", "cohortId", "state", "seats", "joinedAt", "offeredAt", "passedOver",
      "restsUntil", "fewest", "preference", "pausedAt", "movedFromId")
    SELECT uuidv7(), "partyId", "cohortId", 'waitlisted', "seats", "joinedAt", "offeredAt", "passedOver",
      "restsUntil", "fewest", "preference", ${pausedAt}::timestamptz, "id"
    FROM "Enrollment" WHERE "id" = ${endedId}::uuid
    RETURNING "id"`);
  if (!back) throw new Error("The enrolment to go on from is not there.");
  return back.id;
}
