import { takingPart } from "#lib/attendance/enrolled.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { type AnnouncementTo, Prisma } from "../../prisma/generated/client.ts";

export type Reader = {
  memberId: string;
  personId: string;
  name: string;
  /** Null: they have none, and are told in another way. */
  email: string | null;
  /** The names of others who read the same mailbox. */
  sharedWith: string[];
  /** Why nothing is sent to this address. */
  suppressed: string | null;
};

export type Whom = {
  cohortId: string;
  to: AnnouncementTo;
  sessionId: string | null;
  personId: string | null;
};

/** Whom an announcement is for, as things stand: each who takes part once, in the order of enrolling. */
export async function readersOf(tx: Tx, { cohortId, to, sessionId, personId }: Whom): Promise<Reader[]> {
  const whom = {
    everyone: Prisma.sql`true`,
    missed: Prisma.sql`EXISTS (SELECT FROM "Attendance" a
      WHERE a."sessionId" = ${sessionId}::uuid AND a."personId" = p."id" AND a."status" IN ('absent', 'excused'))`,
    person: Prisma.sql`p."id" = ${personId}::uuid`,
  }[to];
  const readers = await tx.$queryRaw<Reader[]>(Prisma.sql`
    SELECT m."id" AS "memberId", p."id" AS "personId", p."name", p."email"::text,
      ARRAY(SELECT DISTINCT o."name" FROM "Person" o
        WHERE o."email" = p."email" AND o."name" <> p."name" AND o."erasedAt" IS NULL) AS "sharedWith",
      CASE s."reason" WHEN 'bounced' THEN 'Mail to this address came back.'
        WHEN 'asked' THEN 'They asked for no mail from us.' END AS "suppressed"
    FROM "Enrollment" e
    JOIN "Member" m ON m."partyId" = e."partyId" AND m."state"::text = ${takingPart.member.state}
    JOIN "Person" p ON p."id" = m."personId" AND p."erasedAt" IS NULL
    LEFT JOIN "Suppression" s ON s."address" = p."email"
    WHERE e."cohortId" = ${cohortId}::uuid AND e."state"::text = ANY(${takingPart.enrollment.state.in})
      AND ${whom}
    ORDER BY e."joinedAt", e."id", m."position"`);
  const seen = new Set<string>();
  return readers.filter(({ personId }) => !seen.has(personId) && seen.add(personId));
}
