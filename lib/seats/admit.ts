import type { Tx } from "#lib/db/transaction.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import { holdEnd } from "./place.ts";

/** Lets an applicant in: holds its seats as a new enrolment's are held, or puts it in line, at its place, paused if it was. */
export async function admit(
  tx: Tx,
  enrollmentId: string,
  state: "held" | "waitlisted",
  at: Temporal.Instant,
): Promise<void> {
  const end = holdEnd(
    at,
    Prisma.sql`c."offerHours"`,
    Prisma.sql`(SELECT min("startsAt") FROM "Session" WHERE "cohortId" = c."id")`,
  );
  await tx.$executeRaw(Prisma.sql`
    UPDATE "Enrollment" e SET "state" = ${state}::"EnrollmentState",
      "holdExpiresAt" = CASE WHEN ${state} = 'held' THEN ${end} END
    FROM "Cohort" c WHERE c."id" = e."cohortId" AND e."id" = ${enrollmentId}::uuid AND e."state" = 'applied'`);
}
