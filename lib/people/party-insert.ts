import { Prisma } from "../../prisma/generated/client.ts";

export type NewMember = {
  id: string;
  personId: string;
  name: string;
  /** Null for somebody who has none and shares none. */
  email: string | null;
};

/**
 * Writes a new party, its people and its members (all still only invited) as pieces of a larger statement,
 * once for the row of `given`. Ends with `written`: id, name and email of each member.
 */
export function partyInsert(given: Prisma.Sql, partyId: string, members: NewMember[]): Prisma.Sql {
  return Prisma.sql`
    party AS (
      INSERT INTO "Party" ("id") SELECT ${partyId}::uuid FROM ${given}
    ), typed AS (
      SELECT t.* FROM ${given}, ROWS FROM (
        jsonb_to_recordset(${JSON.stringify(members)}::jsonb) AS (id uuid, "personId" uuid, name text, email text)
      ) WITH ORDINALITY AS t(id, "personId", name, email, position)
    ), people AS (
      INSERT INTO "Person" ("id", "name", "email") SELECT "personId", name, email FROM typed
    ), membership AS (
      INSERT INTO "Member" ("id", "partyId", "personId", "position")
      SELECT id, ${partyId}::uuid, "personId", position::int FROM typed
    ), written AS (
      SELECT id, name, email FROM typed
    )`;
}
