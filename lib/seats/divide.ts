import type { Actor } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { dateOf } from "#lib/clock/convert.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import type { LockedEnrollment } from "./lock.ts";
import { sizeOf } from "./release.ts";

export type Share = {
  enrollmentId: string;
  /** Whether it stands as the enrolment that it came from does; else it waits, or has lapsed. */
  as: "it was" | "waitlisted" | "expired";
};

/**
 * Divides an enrolment between a party and those who have just gone from it into a party of their own: same
 * state, same place in line, same time to answer, each with their own yes. The seats stay the same in sum.
 * Seats that are held for fewer stay with those whom they are held for, and the others wait on.
 */
export async function divide(
  tx: Tx,
  actor: Actor,
  enrollment: LockedEnrollment,
  theirPartyId: string,
  at: Temporal.Instant,
  { expired = false } = {},
): Promise<Share> {
  const as = expired ? "expired" : enrollment.forFewer ? "waitlisted" : "it was";
  const ours = await sizeOf(tx, enrollment.partyId);
  const theirs = await sizeOf(tx, theirPartyId);
  // The old one gives its seats up before the new one takes them: at no moment are there too many.
  await tx.enrollment.update({
    where: { id: enrollment.id },
    data: { seats: ours.seats, fewest: ours.fewest, forFewer: false },
  });
  const state = as === "it was" ? enrollment.state : as;
  const [made] = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    INSERT INTO "Enrollment" ("id", "partyId", "cohortId", "state", "seats", "fewest", "joinedAt", "holdExpiresAt", "offeredAt",
      "confirmedAt", "endedAt", "passedOver", "restsUntil", "preference", "pausedAt", "extendedAt", "remindedAt")
    SELECT uuidv7(), ${theirPartyId}::uuid, "cohortId", ${state}::"EnrollmentState", ${theirs.seats}, ${theirs.fewest}::int, "joinedAt",
      CASE WHEN ${as === "it was"} THEN "holdExpiresAt" END, "offeredAt", "confirmedAt",
      ${as === "expired" ? dateOf(at) : null}::timestamptz, "passedOver", "restsUntil", "preference", "pausedAt", "extendedAt", "remindedAt"
    FROM "Enrollment" WHERE "id" = ${enrollment.id}::uuid
    RETURNING "id"`);
  if (!made) throw new Error("The enrolment to divide is not there.");
  await tx.$executeRaw(Prisma.sql`
    UPDATE "Acceptance" a SET "enrollmentId" = ${made.id}::uuid FROM "Member" m
    WHERE a."enrollmentId" = ${enrollment.id}::uuid AND m."id" = a."memberId" AND m."partyId" = ${theirPartyId}::uuid`);
  await record(tx, actor, "enrollment.placed", made.id, { seats: theirs.seats, dividedFrom: enrollment.id });
  return { enrollmentId: made.id, as };
}
