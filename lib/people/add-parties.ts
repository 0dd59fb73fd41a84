import type { Tx } from "#lib/db/transaction.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import type { NewMember } from "./party-insert.ts";

export type NewParty = { id: string; members: NewMember[] };

/** Writes many parties with their people, in the order given, all still only invited: one statement for all. */
export async function addParties(tx: Tx, parties: NewParty[]): Promise<void> {
  const members = parties.flatMap(({ id, members }) =>
    members.map((member, index) => ({ ...member, partyId: id, position: index + 1 })),
  );
  await tx.$executeRaw(Prisma.sql`
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(members)}::jsonb)
        AS (id uuid, "partyId" uuid, "personId" uuid, name text, email text, position int)
    ), parties AS (
      INSERT INTO "Party" ("id") SELECT DISTINCT "partyId" FROM given
    ), people AS (
      INSERT INTO "Person" ("id", "name", "email") SELECT "personId", name, email FROM given
    )
    INSERT INTO "Member" ("id", "partyId", "personId", "position")
    SELECT id, "partyId", "personId", position FROM given`);
}
