import { dateOf } from "#lib/clock/convert.ts";
import { db } from "#lib/db/client.ts";
import { Prisma } from "../../prisma/generated/client.ts";

export type GuestEvening = {
  makeUpId: string;
  id: string;
  sequence: number;
  startsAt: Date;
  endsAt: Date;
  /** Also when it was taken back. */
  cancelledAt: Date | null;
  place: string;
};

/**
 * The sessions of other groups that a member was welcome to, of the last year and ahead, the nearest to come last:
 * what was taken back is there as cancelled, one number above the session's own, so that a calendar forgets it.
 * None where a mailbox is shared: what somebody missed is theirs alone (design rule 4).
 */
export function loadGuestEvenings(memberId: string, at: Temporal.Instant): Promise<GuestEvening[]> {
  return db.$queryRaw<GuestEvening[]>(Prisma.sql`
    SELECT g."id" AS "makeUpId", s."id", s."sequence" + (g."state" = 'takenBack')::int AS "sequence", s."startsAt", s."endsAt",
      COALESCE(s."cancelledAt", CASE WHEN g."state" = 'takenBack' OR c."state" = 'cancelled' THEN s."startsAt" END) AS "cancelledAt",
      CASE WHEN g."state" = 'agreed' THEN c."place" ELSE '' END AS "place"
    FROM "Member" m JOIN "Person" p ON p."id" = m."personId"
    JOIN "MakeUp" g ON g."personId" = p."id" AND g."state" IN ('agreed', 'takenBack') AND g."answeredAt" IS NOT NULL
    JOIN "Session" s ON s."id" = g."hostSessionId" JOIN "Cohort" c ON c."id" = s."cohortId"
    WHERE m."id" = ${memberId}::uuid AND s."endsAt" > ${dateOf(at.subtract({ hours: 24 * 365 }))}
      AND NOT EXISTS (SELECT FROM "Person" other WHERE other."email" = p."email" AND other."name" <> p."name")
    ORDER BY s."startsAt" DESC, g."id" DESC LIMIT 50`);
}
