import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { cohortsOf } from "#lib/auth/policy.ts";
import { dateOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction, type Tx } from "#lib/db/transaction.ts";
import { mailParty } from "#lib/people/mail-party.ts";
import { forgetInvited } from "#lib/people/step-out.ts";
import { admit } from "#lib/seats/admit.ts";
import { lockParty } from "#lib/seats/lock.ts";
import { release } from "#lib/seats/release.ts";
import { isFirst } from "#lib/waitlist/come-in.ts";
import { promote } from "#lib/waitlist/promote.ts";

type ReviewRefusal = "not_yours" | "not_applied" | "begun";

/**
 * Staff of a cohort say yes to an applicant. The party's seats are held when there is room for all of it and
 * nobody who joined earlier waits; else it is in line by the time when it applied, and the line decides. One that asked to
 * be left out for a while is in line so, and offered nothing.
 */
export async function acceptApplication(
  actor: Staff,
  enrollmentId: string,
  at = now(),
): Promise<Outcome<ReviewRefusal, { state: "held" | "waitlisted" }>> {
  return inTransaction(async (tx) => {
    const review = await findApplication(tx, actor, enrollmentId);
    if (!review.ok) return review;
    const { enrollment } = review.value;
    const cohort = await tx.cohort.findUniqueOrThrow({
      where: { id: enrollment.cohortId },
      select: {
        capacity: true,
        seatsTaken: true,
        sessions: { where: { startsAt: { lte: dateOf(at) } }, take: 1, select: { id: true } },
      },
    });
    if (cohort.sessions.length > 0) return refuse("begun");
    const fits = cohort.capacity - cohort.seatsTaken >= enrollment.seats;
    const held = fits && !enrollment.pausedAt && (await isFirst(tx, enrollment.cohortId, enrollment, at));
    const state = held ? "held" : "waitlisted";
    await admit(tx, enrollmentId, state, at);
    await record(tx, actor, "enrollment.accepted", enrollmentId, { state });
    const offered = held ? [] : await promote(tx, actor, enrollment.cohortId, at);
    if (offered.includes(enrollmentId)) return done({ state: "held" as const });
    await mailParty(tx, enrollment.partyId, held ? "please-confirm" : "waitlisted", enrollmentId, at);
    return done({ state });
  });
}

/**
 * Staff of a cohort say no to an applicant, with words of their own if they like. Whoever was only asked by
 * another is forgotten (design rule 3), unless the party has or waits for a place elsewhere.
 */
export async function declineApplication(
  actor: Staff,
  enrollmentId: string,
  words: string,
  at = now(),
): Promise<Outcome<ReviewRefusal>> {
  return inTransaction(async (tx) => {
    const review = await findApplication(tx, actor, enrollmentId);
    if (!review.ok) return review;
    const { enrollment, others } = review.value;
    await release(tx, enrollment, "declined", at);
    await mailParty(tx, enrollment.partyId, "application-declined", enrollmentId, at, undefined, {
      words: words.trim(),
    });
    if (others.length === 0) await forgetInvited(tx, enrollment.partyId, at);
    await record(tx, actor, "enrollment.declined", enrollmentId);
    return done();
  });
}

async function findApplication(tx: Tx, actor: Staff, enrollmentId: string) {
  const locked = await lockParty(tx, enrollmentId);
  if (!locked) return refuse("not_yours");
  const { state, cohortId } = locked.enrollment;
  const theirs = await tx.cohort.count({ where: { id: cohortId, ...cohortsOf(actor) } });
  if (theirs === 0) return refuse("not_yours");
  return state === "applied" ? done(locked) : refuse("not_applied");
}
