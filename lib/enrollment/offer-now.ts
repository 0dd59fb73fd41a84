import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { mayAdminister } from "#lib/auth/policy.ts";
import { now } from "#lib/clock/now.ts";
import { isAwake } from "#lib/clock/waking.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { thinkingTime } from "#lib/mail/withdraw-letters.ts";
import { mailParty } from "#lib/people/mail-party.ts";
import { lockEnrollment } from "#lib/seats/lock.ts";
import { holdForLine } from "#lib/seats/offer.ts";
import { standingOf } from "#lib/seats/standing.ts";
import { offerEnd } from "#lib/waitlist/offer-end.ts";
import { noteOutOfTurn } from "#lib/waitlist/out-of-turn.ts";
import { roomOf, roomSelect } from "#lib/waitlist/room.ts";
import type { DecisionInput } from "./decision-schema.ts";

type OfferNowRefusal = "not_yours" | "changed" | "paused" | "asleep" | "ended";

/**
 * An admin offers a party in line its seats out of turn, with a reason that the party can read. The letter
 * waits a little, so that it can be taken back (`takeOfferBack`).
 */
export async function offerNow(
  actor: Staff,
  { enrollmentId, seen, reason }: DecisionInput,
  at = now(),
): Promise<Outcome<OfferNowRefusal> | { ok: false; reason: "too_few"; free: number }> {
  if (!mayAdminister(actor)) return refuse("not_yours");
  return inTransaction(async (tx) => {
    const enrollment = await lockEnrollment(tx, enrollmentId);
    if (enrollment?.state !== "waitlisted" || standingOf(enrollment) !== seen) return refuse("changed");
    if (enrollment.pausedAt) return refuse("paused");
    if (!isAwake(at)) return refuse("asleep");
    const cohort = await tx.cohort.findUniqueOrThrow({
      where: { id: enrollment.cohortId },
      select: { ...roomSelect, offerHours: true },
    });
    const room = roomOf(cohort, at);
    if (!room) return refuse("ended");
    const seats = enrollment.seats <= room.free ? enrollment.seats : (enrollment.fewest ?? enrollment.seats);
    if (seats > room.free) return { ok: false, reason: "too_few", free: room.free };

    const until = offerEnd(at, { ...cohort, startsAt: room.startsAt });
    await holdForLine(tx, [{ enrollmentId, seats }], at, until);
    await noteOutOfTurn(tx, enrollment, reason, room, at);
    await record(tx, actor, "enrollment.offered-out-of-turn", enrollmentId);
    const all = seats === enrollment.seats;
    await mailParty(
      tx,
      enrollment.partyId,
      "offer",
      enrollmentId,
      at,
      ({ comesAnyway }) => all || comesAnyway,
      { sendAt: at.add(thinkingTime) },
    );
    return done();
  });
}
