import type { Actor } from "#lib/audit/actor.ts";
import { auditInsert } from "#lib/audit/record.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import { lockCohort } from "./lock.ts";

export type NewInLine = {
  enrollmentId: string;
  partyId: string;
  seats: number;
  joinedAt: Temporal.Instant;
  formToken: string;
};

/**
 * Puts many parties in a cohort's line, each at its place, whatever is free: one statement for all. Then
 * `promote` decides, which the caller calls.
 * @throws a unique violation on `formToken` when one of them is in line already.
 */
export async function addToLine(tx: Tx, actor: Actor, cohortId: string, parties: NewInLine[]): Promise<void> {
  await lockCohort(tx, cohortId);
  const rows = parties.map(({ joinedAt, ...party }) => ({ ...party, joinedAt: joinedAt.toString() }));
  await tx.$executeRaw(Prisma.sql`
    WITH placed AS (
      INSERT INTO "Enrollment" ("id", "partyId", "cohortId", "state", "seats", "joinedAt", "formToken")
      SELECT "enrollmentId", "partyId", ${cohortId}::uuid, 'waitlisted', seats, "joinedAt", "formToken"
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS ("enrollmentId" uuid, "partyId" uuid, seats int, "joinedAt" timestamptz, "formToken" uuid)
      RETURNING "id"
    )
    ${auditInsert(actor, "enrollment.placed", Prisma.sql`SELECT "id" FROM placed`, { imported: true })}`);
}
