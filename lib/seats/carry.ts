import type { Actor } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { dateOf } from "#lib/clock/convert.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import type { LockedEnrollment } from "./lock.ts";

/**
 * Gives a confirmed party the same seats in another cohort: everyone's own yes, and since when the party
 * waited, go with it. The caller has locked both cohorts and released the old seats. Returns the new enrolment's id.
 */
export async function carry(
  tx: Tx,
  actor: Actor,
  from: LockedEnrollment,
  cohortId: string,
  at: Temporal.Instant,
): Promise<string> {
  const id = crypto.randomUUID();
  await tx.enrollment.create({
    data: {
      id,
      partyId: from.partyId,
      cohortId,
      state: "confirmed",
      seats: from.seats,
      joinedAt: from.joinedAt,
      confirmedAt: dateOf(at),
      movedFromId: from.id,
    },
  });
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO "Acceptance" ("enrollmentId", "memberId", "at")
    SELECT ${id}::uuid, "memberId", "at" FROM "Acceptance" WHERE "enrollmentId" = ${from.id}::uuid`);
  await record(tx, actor, "enrollment.placed", id, { seats: from.seats });
  return id;
}
