import type { Participant, Staff } from "#lib/audit/actor.ts";
import { Prisma } from "../../prisma/generated/client.ts";

// What an actor may do with a record, as pure functions: the design's table "Who may do what".
// Queries find through the one who asks, so that "not yours" and "not there" are the same answer.

/** The cohorts that a member of staff works with: an admin all, a facilitator their own. */
export function cohortsOf(actor: Staff): Prisma.CohortWhereInput {
  return actor.role === "admin" ? {} : { facilitators: { some: { userId: actor.userId } } };
}

/** The same as a condition of SQL, of "Cohort" as c. */
export function isCohortOf(actor: Staff): Prisma.Sql {
  if (actor.role === "admin") return Prisma.sql`true`;
  return Prisma.sql`EXISTS (SELECT FROM "CohortFacilitator" f
    WHERE f."cohortId" = c."id" AND f."userId" = ${actor.userId}::uuid)`;
}

/** The programs that a member of staff may change: an admin all, a facilitator those they made. All staff may read and copy any. */
export function programsOf(actor: Staff): Prisma.ProgramWhereInput {
  return actor.role === "admin" ? {} : { byUserId: actor.userId };
}

/** The memberships of a signed-in participant: of persons with their address, once they said yes by the link sent to it. */
export function membershipsOf(actor: Participant): Prisma.MemberWhereInput {
  return { state: "confirmed", person: { email: actor.email, erasedAt: null } };
}

/** The same as a condition of SQL, of "Member" as m and "Person" as p. */
export function isMembershipOf(actor: Participant): Prisma.Sql {
  return Prisma.sql`m."state" = 'confirmed' AND p."email" = ${actor.email}::citext AND p."erasedAt" IS NULL`;
}

/** The materials that a member of staff works with: the clinic's library, and what is one of their groups' own. */
export function materialsOf(actor: Staff): Prisma.MaterialWhereInput {
  return actor.role === "admin" ? {} : { OR: [{ cohortId: null }, { cohort: cohortsOf(actor) }] };
}

/** Whether a member of staff reads the mailbox, decides about the waitlist, and runs the clinic. */
export function mayAdminister(actor: Staff): boolean {
  return actor.role === "admin";
}
