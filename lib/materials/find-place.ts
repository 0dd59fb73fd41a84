import { takingPart } from "#lib/attendance/enrolled.ts";
import type { Participant } from "#lib/audit/actor.ts";
import { isMembershipOf } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import type {
  AttendanceStatus,
  EnrollmentState,
  MaterialKind,
  SessionKind,
} from "../../prisma/generated/enums.ts";
import { type RuleInJson, ruleInJson } from "./rule-in-json.ts";

export type FoundPlace = {
  name: string;
  linkVersion: number;
  state: EnrollmentState;
  holdExpiresAt: Date | null;
  hasSeat: boolean;
  cohort: {
    title: string;
    timeZone: string;
    place: string;
    joinUrl: string | null;
    smallest: number;
    completeFrom: number;
    /** As JSON writes it. */
    runsAt: string | null;
  };
  /** Whether somebody else signs in with the same address. */
  sharesMailbox: boolean;
  /** Null where the party has no seat. Times are as JSON writes them. */
  sessions: FoundSession[] | null;
};

type FoundSession = {
  id: string;
  kind: SessionKind;
  title: string;
  startsLocal: string;
  startsAt: string;
  endsAt: string;
  cancelledAt: string | null;
  cancelReason: string;
  bring: string;
  practice: string;
  /** What the member's own marks come to. */
  mark: AttendanceStatus | null;
  materials: FoundMaterial[] | null;
};

type FoundMaterial = {
  id: string;
  kind: MaterialKind;
  title: string;
  minutes: number | null;
  rule: RuleInJson;
};

/**
 * The place of a member who reads this address: the enrolment of their party with a seat, or else the newest,
 * and all sessions of a group that they are in. One statement, because participants open no page as often:
 * asked of Prisma it is three, and they cost as much as all the rest of the page.
 */
export async function findPlace(actor: Participant, memberId: string): Promise<FoundPlace | undefined> {
  const [place] = await db.$queryRaw<FoundPlace[]>(Prisma.sql`
    SELECT p."name", m."linkVersion", e."state", e."holdExpiresAt", "hasSeat",
      json_build_object(
        'title', c."title", 'smallest', c."smallest", 'runsAt', c."runsAt", 'completeFrom', c."completeFrom", 'timeZone', c."timeZone", 'place', c."place",
        'joinUrl', CASE WHEN "hasSeat" THEN c."joinUrl" END
      ) AS "cohort",
      EXISTS (
        SELECT FROM "Person" other WHERE other."email" = p."email" AND other."name" <> p."name"
      ) AS "sharesMailbox",
      CASE WHEN "hasSeat" THEN (${sessions}) END AS "sessions"
    FROM "Member" m
    JOIN "Person" p ON p."id" = m."personId"
    JOIN "Enrollment" e ON e."partyId" = m."partyId"
    JOIN "Cohort" c ON c."id" = e."cohortId"
    CROSS JOIN LATERAL (SELECT e."state"::text = ANY (${takingPart.enrollment.state.in}) AS "hasSeat") seat
    WHERE m."id" = ${memberId}::uuid AND ${isMembershipOf(actor)}
    ORDER BY "hasSeat" DESC, e."joinedAt" DESC
    LIMIT 1`);
  return place;
}

const materials = Prisma.sql`
  SELECT json_agg(json_build_object(
    'id', g."id", 'kind', g."kind", 'title', g."title", 'minutes', g."minutes", 'rule', ${ruleInJson}
  ) ORDER BY r."id")
  FROM "Release" r JOIN "Material" g ON g."id" = r."materialId" WHERE r."sessionId" = s."id"`;

const mark = Prisma.sql`
  SELECT "status" FROM "Attendance" WHERE "sessionId" = s."id" AND "personId" = p."id"`;

const sessions = Prisma.sql`
  SELECT json_agg(session ORDER BY session."startsAt", session."position") FROM (
    SELECT s."id", s."position", s."kind", s."title", s."startsLocal", s."startsAt", s."endsAt", s."cancelledAt", s."cancelReason",
      s."bring", s."practice",
      (${mark}) AS "mark", (${materials}) AS "materials"
    FROM "Session" s WHERE s."cohortId" = c."id"
  ) session`;
