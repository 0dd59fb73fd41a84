import type { Actor } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { dateOf } from "#lib/clock/convert.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import { lockCohort } from "./lock.ts";
import { holdEnd } from "./place.ts";

export type Joining = {
  partyId: string;
  cohortId: string;
  seats: number;
  /** The place in line: when the party began to wait, also elsewhere. */
  joinedAt: Temporal.Instant;
  fewest?: number | null;
  preference?: number;
  movedFromId?: string;
  /** Since when the party is left out: it joins the line so, and is offered nothing. */
  pausedAt?: Date | null;
};

export type Joined = { enrollmentId: string; state: "applied" | "held" | "waitlisted" };

/**
 * Enrols a party that exists already: from the interest list, from another cohort, or once more. It gets
 * seats when there are enough and nobody waits, and else its place in line; then `promote` decides, which
 * the caller calls when `state` is `waitlisted`. The database refuses a second live enrolment.
 */
export async function join(tx: Tx, actor: Actor, joining: Joining, at: Temporal.Instant): Promise<Joined> {
  await lockCohort(tx, joining.cohortId);
  const {
    partyId,
    cohortId,
    seats,
    fewest = null,
    preference = 1,
    movedFromId = null,
    pausedAt = null,
  } = joining;
  const [joined] = await tx.$queryRaw<Joined[]>(Prisma.sql`
    INSERT INTO "Enrollment" ("id", "partyId", "cohortId", "state", "seats", "joinedAt", "fewest", "preference", "movedFromId", "pausedAt", "holdExpiresAt")
    SELECT uuidv7(), ${partyId}::uuid, c."id", s.state::"EnrollmentState", ${seats}, ${dateOf(joining.joinedAt)}, ${fewest}::int, ${preference},
      ${movedFromId}::uuid, ${pausedAt}::timestamptz, CASE WHEN s.state = 'held' THEN ${holdEnd(at, Prisma.sql`c."offerHours"`, Prisma.sql`(SELECT min("startsAt") FROM "Session" WHERE "cohortId" = c."id")`)} END
    FROM "Cohort" c, LATERAL (SELECT CASE
      WHEN c."reviews" THEN 'applied'
      WHEN ${pausedAt !== null} THEN 'waitlisted'
      WHEN c."capacity" - c."seatsTaken" >= ${seats} AND c."partiesWaiting" = 0 THEN 'held'
      ELSE 'waitlisted' END AS state) s
    WHERE c."id" = ${cohortId}::uuid
    RETURNING "id" AS "enrollmentId", "state"`);
  if (!joined) throw new Error("The cohort to join is not there.");
  await record(tx, actor, "enrollment.placed", joined.enrollmentId, { seats });
  return joined;
}
