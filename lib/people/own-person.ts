import type { Participant } from "#lib/audit/actor.ts";
import { isId } from "#lib/db/is-id.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { Prisma } from "../../prisma/generated/client.ts";

export type OwnPerson = { personId: string; name: string; hasLeft: boolean };

export type NotOwn = "not_there" | "shared_mailbox";

/**
 * The person behind a membership, when what is theirs alone may be shown to whoever is signed in: they said yes
 * themselves, even if they have left since. Who shares a mailbox shares a sign-in, and partners are
 * private from each other (design rule 4): there it is nobody's.
 */
export async function ownPerson(
  tx: Tx,
  actor: Participant,
  memberId: string,
): Promise<Outcome<NotOwn, OwnPerson>> {
  if (!isId(memberId)) return refuse("not_there");
  const [found] = await tx.$queryRaw<(OwnPerson & { shared: boolean })[]>(Prisma.sql`
    SELECT p."id" AS "personId", p."name", m."state" = 'left' AS "hasLeft", EXISTS (
      SELECT FROM "Person" other WHERE other."email" = p."email" AND other."name" <> p."name"
    ) AS "shared"
    FROM "Member" m JOIN "Person" p ON p."id" = m."personId"
    WHERE m."id" = ${memberId}::uuid AND m."state" IN ('confirmed', 'left')
      AND p."email" = ${actor.email}::citext AND p."erasedAt" IS NULL`);
  if (!found) return refuse("not_there");
  const { shared, ...person } = found;
  return shared ? refuse("shared_mailbox") : done(person);
}
