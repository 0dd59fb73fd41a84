import type { Tx } from "#lib/db/transaction.ts";
import { type EnrollmentState, Prisma } from "../../prisma/generated/client.ts";

export type LockedEnrollment = {
  id: string;
  partyId: string;
  cohortId: string;
  state: EnrollmentState;
  seats: number;
  holdExpiresAt: Date | null;
  offeredAt: Date | null;
  joinedAt: Date;
  fewest: number | null;
  forFewer: boolean;
  pausedAt: Date | null;
  extendedAt: Date | null;
};

const lockedSelect = {
  id: true,
  partyId: true,
  cohortId: true,
  state: true,
  seats: true,
  holdExpiresAt: true,
  offeredAt: true,
  joinedAt: true,
  fewest: true,
  forFewer: true,
  pausedAt: true,
  extendedAt: true,
} satisfies Prisma.EnrollmentSelect;

/**
 * Locks an enrolment's cohort, then reads the enrolment. Every change of seats in a cohort passes this
 * one lock, always first, so that changes are served in turn and never wait for each other in a circle.
 */
export async function lockEnrollment(tx: Tx, enrollmentId: string): Promise<LockedEnrollment | null> {
  const found = await tx.enrollment.findUnique({ where: { id: enrollmentId }, select: { cohortId: true } });
  if (!found) return null;
  await lockCohort(tx, found.cohortId);
  return tx.enrollment.findUnique({ where: { id: enrollmentId }, select: lockedSelect });
}

export type LockedParty = {
  enrollment: LockedEnrollment;
  /** Where else the party has a place, or waits for one. */
  others: LockedEnrollment[];
};

/**
 * The same for what touches a party wherever it waits: locks the cohorts of all its live enrolments, in
 * order, then reads them.
 */
export async function lockParty(tx: Tx, enrollmentId: string): Promise<LockedParty | null> {
  await tx.$queryRaw(Prisma.sql`
    SELECT 1 FROM "Cohort" WHERE "id" IN (
      SELECT theirs."cohortId" FROM "Enrollment" one JOIN "Enrollment" theirs ON theirs."partyId" = one."partyId"
      WHERE one."id" = ${enrollmentId}::uuid AND (theirs."id" = one."id" OR theirs."state" IN (${Prisma.join(
        liveStates.map((state) => Prisma.sql`${state}::"EnrollmentState"`),
      )}))
    ) ORDER BY "id" FOR UPDATE`);
  const enrollment = await tx.enrollment.findUnique({ where: { id: enrollmentId }, select: lockedSelect });
  if (!enrollment) return null;
  const others = await tx.enrollment.findMany({
    where: { partyId: enrollment.partyId, state: { in: [...liveStates] }, id: { not: enrollmentId } },
    orderBy: { cohortId: "asc" },
    select: lockedSelect,
  });
  return { enrollment, others };
}

export async function lockCohort(tx: Tx, cohortId: string): Promise<void> {
  await tx.$queryRaw(Prisma.sql`SELECT 1 FROM "Cohort" WHERE "id" = ${cohortId}::uuid FOR UPDATE`);
}

/** Locks several cohorts, always in the same order, so that nobody waits for each other in a circle. */
export async function lockCohorts(tx: Tx, cohortIds: string[]): Promise<void> {
  for (const id of [...new Set(cohortIds)].sort()) await lockCohort(tx, id);
}

export const liveStates = [
  "applied",
  "held",
  "waitlisted",
  "confirmed",
  "completed",
] as const satisfies EnrollmentState[];

export function isLive(state: EnrollmentState): boolean {
  return (liveStates as readonly EnrollmentState[]).includes(state);
}
