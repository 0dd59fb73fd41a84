import { takingPart } from "#lib/attendance/enrolled.ts";
import type { Participant } from "#lib/audit/actor.ts";
import { isMembershipOf } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import type { AttendanceStatus } from "../../prisma/generated/enums.ts";
import { type RuleInJson, ruleInJson, ruleOf } from "./rule-in-json.ts";
import { hasMissed, isVisible, type Times } from "./visible.ts";

export type SeenBy = {
  materialId: string;
  memberId: string;
  name: string;
  sessionTitle: string;
  cohortTitle: string;
};

type Found = SeenBy & Times & { rule: RuleInJson; mark: AttendanceStatus | null; sharesMailbox: boolean };

/**
 * Every member who reads this address and sees one of the materials now, with the session that they see it by. Each has
 * a release, an enrolment and a mark of their own, and somebody may be in two groups.
 */
export async function findReleases(
  actor: Participant,
  materialIds: string[],
  at: Temporal.Instant,
): Promise<SeenBy[]> {
  const found = await db.$queryRaw<Found[]>(Prisma.sql`
    SELECT r."materialId", m."id" AS "memberId", p."name", s."title" AS "sessionTitle", c."title" AS "cohortTitle",
      s."startsAt", s."endsAt", ${ruleInJson} AS "rule",
      (SELECT a."status" FROM "Attendance" a WHERE a."sessionId" = s."id" AND a."personId" = p."id") AS "mark",
      EXISTS (
        SELECT FROM "Person" other WHERE other."email" = p."email" AND other."name" <> p."name"
      ) AS "sharesMailbox"
    FROM "Release" r
    JOIN "Session" s ON s."id" = r."sessionId"
    JOIN "Cohort" c ON c."id" = s."cohortId"
    JOIN "Enrollment" e ON e."cohortId" = c."id" AND e."state"::text = ANY (${takingPart.enrollment.state.in})
    JOIN "Member" m ON m."partyId" = e."partyId"
    JOIN "Person" p ON p."id" = m."personId"
    WHERE r."materialId" = ANY (${materialIds}::uuid[]) AND ${isMembershipOf(actor)}
    ORDER BY s."startsAt", r."id", m."id"`);
  return found
    .filter(({ rule, mark, sharesMailbox, ...session }) =>
      isVisible(ruleOf(rule), session, at, missedFor(mark, sharesMailbox)),
    )
    .map(({ materialId, memberId, name, sessionTitle, cohortTitle }) => ({
      materialId,
      memberId,
      name,
      sessionTitle,
      cohortTitle,
    }));
}

/** Who shares a mailbox shares a sign-in, and attendance is private between partners (design rule 4): then nobody missed it. */
export function missedFor(mark: AttendanceStatus | null, sharesMailbox: boolean): boolean {
  return !sharesMailbox && hasMissed(mark);
}
