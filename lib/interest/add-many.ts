import type { Actor } from "#lib/audit/actor.ts";
import { auditInsert } from "#lib/audit/record.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { Prisma } from "../../prisma/generated/client.ts";

export type NewInterest = { id: string; partyId: string; since: Temporal.Instant; formToken: string };

/**
 * Puts many parties on the interest list of a program, each since when it has waited: one statement for all.
 * @throws a unique violation on `formToken` when one of them is on it already.
 */
export async function addInterests(
  tx: Tx,
  actor: Actor,
  programId: string,
  parties: NewInterest[],
): Promise<void> {
  const rows = parties.map(({ since, ...party }) => ({ ...party, since: since.toString() }));
  await tx.$executeRaw(Prisma.sql`
    WITH added AS (
      INSERT INTO "Interest" ("id", "partyId", "programId", "since", "formToken")
      SELECT id, "partyId", ${programId}::uuid, since, "formToken"
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS (id uuid, "partyId" uuid, since timestamptz, "formToken" uuid)
      RETURNING "id"
    )
    ${auditInsert(actor, "interest.joined", Prisma.sql`SELECT "id" FROM added`, { imported: true })}`);
}
