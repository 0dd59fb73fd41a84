import type { MemberActor } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { dateOf, instantOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction, type Tx } from "#lib/db/transaction.ts";
import { lockEnrollment } from "#lib/seats/lock.ts";
import { release } from "#lib/seats/release.ts";
import { belongs } from "./belongs.ts";

/**
 * A party that got no seat goes on waiting, for the next cohort of the program: its cohort was cancelled or
 * began without it, or its hold ran out. The time that it waited counts. Asking twice answers as once.
 */
export async function moveToInterest(
  actor: MemberActor,
  enrollmentId: string,
  at = now(),
): Promise<Outcome<"still_on", { interestId: string }>> {
  return inTransaction(async (tx) => {
    const enrollment = await lockEnrollment(tx, enrollmentId);
    if (!enrollment || !(await belongs(tx, actor, enrollment.partyId))) return refuse("still_on");
    const cohort = await tx.cohort.findUniqueOrThrow({
      where: { id: enrollment.cohortId },
      select: {
        programId: true,
        sessions: { orderBy: { startsAt: "asc" }, take: 1, select: { startsAt: true } },
      },
    });
    const { partyId } = enrollment;
    const { programId, sessions } = cohort;
    const begun = sessions.some(({ startsAt }) => Temporal.Instant.compare(instantOf(startsAt), at) <= 0);
    const waiting = await tx.interest.findFirst({
      where: { partyId, programId, state: "waiting" },
      select: { id: true },
    });
    if (waiting) return done({ interestId: waiting.id });
    const missed = enrollment.state === "waitlisted" && begun;
    if (!missed && enrollment.state !== "cancelled" && enrollment.state !== "expired")
      return refuse("still_on");
    const since = await earliest(tx, partyId, programId);
    if (missed) await release(tx, enrollment, "withdrawn", at);
    const { id } = await tx.interest.create({
      data: { partyId, programId, since: since ?? dateOf(at) },
      select: { id: true },
    });
    await record(tx, actor, "interest.moved-from-enrollment", id, { enrollmentId });
    return done({ interestId: id });
  });
}

/** When a party began to wait for what it never got. */
async function earliest(tx: Tx, partyId: string, programId: string): Promise<Date | null> {
  const { _min } = await tx.enrollment.aggregate({
    where: { partyId, cohort: { programId }, state: { in: ["waitlisted", "cancelled", "expired"] } },
    _min: { joinedAt: true },
  });
  return _min.joinedAt;
}
