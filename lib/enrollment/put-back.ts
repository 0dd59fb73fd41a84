import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { mayAdminister } from "#lib/auth/policy.ts";
import { dateOf, instantOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction, type Tx } from "#lib/db/transaction.ts";
import { withdrawLetters } from "#lib/mail/withdraw-letters.ts";
import { type LockedEnrollment, liveStates, lockEnrollment } from "#lib/seats/lock.ts";
import { rejoin } from "#lib/seats/rejoin.ts";
import { standingOf } from "#lib/seats/standing.ts";
import { noteChange } from "#lib/waitlist/note-change.ts";
import { promote } from "#lib/waitlist/promote.ts";
import type { UndoInput } from "./decision-schema.ts";
import type { UndoRefusal } from "./take-offer-back.ts";

/**
 * Undoes `takeOut` while nobody has been told of it: the party is in line again, in its old place. Returns
 * the enrolment that it has now.
 */
export async function putBack(
  actor: Staff,
  { enrollmentId, seen }: UndoInput,
  at = now(),
): Promise<Outcome<UndoRefusal, { enrollmentId: string }>> {
  if (!mayAdminister(actor)) return refuse("not_yours");
  return inTransaction(async (tx) => {
    const ended = await lockEnrollment(tx, enrollmentId);
    if (ended?.state !== "withdrawn" || standingOf(ended) !== seen) return refuse("changed");
    const taken = await takenOut(tx, ended);
    if (!taken) return refuse("changed");
    // Who was only invited is forgotten after a while, and then the party is no longer the one that it was.
    const members = await tx.member.count({
      where: { partyId: ended.partyId, state: { in: ["invited", "confirmed"] } },
    });
    if (members < ended.seats || !(await withdrawLetters(tx, { enrollmentId }, taken.at)))
      return refuse("letter_gone");
    const back = await rejoin(tx, enrollmentId, taken.pausedAt);
    await noteChange(
      tx,
      { id: back, cohortId: ended.cohortId },
      "The clinic had taken you out of line, and put you back at once. You have your old place.",
      at,
    );
    await record(tx, actor, "enrollment.put-back", back);
    await promote(tx, actor, ended.cohortId, at);
    return done({ enrollmentId: back });
  });
}

/** When staff took a party out, and since when it had paused. Null when it left by itself, or is enrolled again. */
async function takenOut(tx: Tx, { id, partyId, cohortId }: LockedEnrollment) {
  const event = await tx.auditEvent.findFirst({
    where: { subjectId: id, action: "enrollment.taken-out" },
    select: { details: true },
  });
  const ended = await tx.enrollment.findFirst({
    where: { id, movedTo: null, cohort: { state: { in: ["open", "closed"] } } },
    select: { endedAt: true },
  });
  const again = await tx.enrollment.count({ where: { partyId, cohortId, state: { in: [...liveStates] } } });
  if (!event || !ended?.endedAt || again > 0) return null;
  const { pausedAt } = event.details as { pausedAt: string | null };
  return {
    at: instantOf(ended.endedAt),
    pausedAt: pausedAt ? dateOf(Temporal.Instant.from(pausedAt)) : null,
  };
}
