import type { Actor } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { dateOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction, type Tx } from "#lib/db/transaction.ts";
import { addMember, addPartyOfOne, type NewPartner } from "#lib/people/add-member.ts";
import { firstLetter } from "#lib/people/first-letter.ts";
import { mailParty } from "#lib/people/mail-party.ts";
import { grow } from "#lib/seats/grow.ts";
import { join } from "#lib/seats/join.ts";
import type { LockedEnrollment } from "#lib/seats/lock.ts";
import { eligible, promote } from "#lib/waitlist/promote.ts";
import { type ForParty, lockOwn } from "./lock-own.ts";

export type AddRefusal = "not_live" | "too_many" | "individuals_only" | "no_room" | "some_are_asked";

/**
 * Somebody else comes too. A party that waits grows, and keeps its place; one whose seats are held gets one
 * more where one is free that nobody who waits would be offered, and everyone is asked anew. One that is
 * enrolled stays as it is: the newcomer is a party of their own, with a seat held or a place in line from now.
 */
export async function addPartner(
  actor: ForParty,
  enrollmentId: string,
  partner: NewPartner,
  at = now(),
): Promise<Outcome<AddRefusal, "grew" | "on_their_own">> {
  return inTransaction(async (tx) => {
    const locked = await lockOwn(tx, actor, enrollmentId);
    if (!locked) return refuse("not_live");
    const { enrollment, others } = locked;
    const cohort = await tx.cohort.findUniqueOrThrow({ where: { id: enrollment.cohortId }, select: sizes });
    if (enrollment.state === "confirmed") {
      const begun = await tx.session.count({
        where: { cohortId: enrollment.cohortId, startsAt: { lte: dateOf(at) } },
      });
      if (cohort.state !== "open" || begun > 0) return refuse("not_live");
      await onTheirOwn(tx, actor, enrollment, partner, at);
      return done("on_their_own" as const);
    }
    const growing = [enrollment, ...others].filter(({ state }) => canGrow.has(state));
    if (!growing.some(({ id }) => id === enrollmentId)) return refuse("not_live");
    // Somebody who is enrolled with this party elsewhere has no place for the newcomer there.
    if (growing.length <= others.length) return refuse("no_room");
    for (const each of growing) {
      const wrong = await refusalOf(tx, each, at);
      if (wrong) return refuse(wrong);
    }
    const memberId = await addMember(tx, enrollment.partyId, partner);
    for (const each of growing) await grow(tx, each);
    await record(tx, actor, "enrollment.grew", enrollmentId);
    await tell(tx, growing, enrollment, memberId, at);
    // A larger party may no longer be the next: whoever fits now is asked.
    for (const { cohortId } of growing) await promote(tx, actor, cohortId, at);
    return done("grew" as const);
  });
}

const canGrow = new Set(["applied", "held", "waitlisted"]);

const sizes = {
  state: true,
  audience: true,
  largestParty: true,
  capacity: true,
  seatsTaken: true,
} as const;

async function refusalOf(
  tx: Tx,
  enrollment: LockedEnrollment,
  at: Temporal.Instant,
): Promise<AddRefusal | null> {
  if (enrollment.forFewer) return "some_are_asked";
  const cohort = await tx.cohort.findUniqueOrThrow({ where: { id: enrollment.cohortId }, select: sizes });
  const members = await tx.member.count({
    where: { partyId: enrollment.partyId, state: { in: ["invited", "confirmed"] } },
  });
  if (cohort.audience === "individuals") return "individuals_only";
  if (members >= cohort.largestParty) return "too_many";
  if (enrollment.state !== "held") return null;
  const free = cohort.capacity - cohort.seatsTaken;
  const fits = await tx.enrollment.count({
    where: {
      cohortId: enrollment.cohortId,
      AND: [eligible(at), { OR: [{ seats: { lte: free } }, { fewest: { lte: free } }] }],
    },
  });
  return free < 1 || fits > 0 ? "no_room" : null;
}

async function tell(
  tx: Tx,
  growing: LockedEnrollment[],
  first: LockedEnrollment,
  memberId: string,
  at: Temporal.Instant,
): Promise<void> {
  for (const { id, partyId, state } of growing) {
    await mailParty(tx, partyId, "party-grew", id, at, (each) => each.id !== memberId);
    if (id !== first.id && state !== "held") continue;
    const template = firstLetter[state as keyof typeof firstLetter];
    await mailParty(tx, partyId, template, id, at, (each) => each.id === memberId);
  }
}

async function onTheirOwn(
  tx: Tx,
  actor: Actor,
  { cohortId }: LockedEnrollment,
  partner: NewPartner,
  at: Temporal.Instant,
): Promise<void> {
  const partyId = await addPartyOfOne(tx, partner);
  const joined = await join(tx, actor, { partyId, cohortId, seats: 1, joinedAt: at }, at);
  const offered = joined.state === "waitlisted" ? await promote(tx, actor, cohortId, at) : [];
  if (offered.includes(joined.enrollmentId)) return;
  await mailParty(tx, partyId, firstLetter[joined.state], joined.enrollmentId, at);
}
