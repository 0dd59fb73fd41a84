import type { Participant } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import { type NotOwn, ownPerson } from "./own-person.ts";
import { setConsent } from "./set-consent.ts";

/** The purpose under which somebody's first name is shown to those in their group. */
const purpose = "named";

/** Somebody says whether the others in their group see their first name. Until they say so, nobody does. */
export async function beNamed(
  actor: Participant,
  { memberId, given }: { memberId: string; given: boolean },
  at = now(),
): Promise<Outcome<NotOwn>> {
  return inTransaction(async (tx) => {
    const own = await ownPerson(tx, actor, memberId);
    if (!own.ok) return refuse(own.reason);
    const { personId, hasLeft } = own.value;
    if (hasLeft) return refuse("not_there");
    const newest = await tx.consent.findFirst({
      where: { personId, purpose },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      select: { given: true },
    });
    if ((newest?.given ?? false) === given) return done();
    await setConsent(tx, { personId, purpose, given, how: "portal" }, at);
    await record(tx, actor, given ? "named.agreed" : "named.withdrawn", personId);
    return done();
  });
}

/**
 * Who else is in somebody's group, by first name: those with a seat who agreed, once they agree themselves. It is
 * mutual, so that nobody is looked at by somebody whom they can't see. `others` is null until then.
 */
export async function loadGroupNames(actor: Participant, memberId: string) {
  const own = await ownPerson(db, actor, memberId);
  if (!own.ok) return own;
  const { personId, name, hasLeft } = own.value;
  if (hasLeft) return refuse("not_there");
  const people = await db.$queryRaw<{ personId: string; firstName: string; title: string }[]>(Prisma.sql`
    SELECT p."id" AS "personId", split_part(p."name", ' ', 1) AS "firstName", c."title"
    FROM "Member" me
    JOIN "Enrollment" mine ON mine."partyId" = me."partyId" AND mine."state" IN ('confirmed', 'completed')
    JOIN "Cohort" c ON c."id" = mine."cohortId"
    JOIN "Enrollment" e ON e."cohortId" = c."id" AND e."state" IN ('confirmed', 'completed')
    JOIN "Member" m ON m."partyId" = e."partyId" AND m."state" = 'confirmed'
    JOIN "Person" p ON p."id" = m."personId" AND p."erasedAt" IS NULL
    WHERE me."id" = ${memberId}::uuid AND me."state" = 'confirmed'
      AND (p."id" = me."personId" OR (
        SELECT n."given" FROM "Consent" n WHERE n."personId" = p."id" AND n."purpose" = ${purpose}
        ORDER BY n."at" DESC, n."id" DESC LIMIT 1))
    ORDER BY lower(p."name"), p."id"
    LIMIT 500`);
  const me = people.find((one) => one.personId === personId);
  if (!me) return refuse("not_there");
  const agreed = await db.consent.findFirst({
    where: { personId, purpose },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { given: true },
  });
  const others = people.filter((one) => one !== me).map(({ personId: id, firstName }) => ({ id, firstName }));
  return done({ name, firstName: me.firstName, title: me.title, others: agreed?.given ? others : null });
}
