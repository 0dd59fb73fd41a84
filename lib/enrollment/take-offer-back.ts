import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { mayAdminister } from "#lib/auth/policy.ts";
import { instantOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { withdrawLetters } from "#lib/mail/withdraw-letters.ts";
import { lockEnrollment } from "#lib/seats/lock.ts";
import { backToLine } from "#lib/seats/release.ts";
import { standingOf } from "#lib/seats/standing.ts";
import { isOutOfTurn, noteTakenBack } from "#lib/waitlist/out-of-turn.ts";
import { promote } from "#lib/waitlist/promote.ts";
import type { UndoInput } from "./decision-schema.ts";

export type UndoRefusal = "not_yours" | "changed" | "letter_gone";

/**
 * Undoes an offer out of turn while nobody has been told of it: the party is in line again where it was, and
 * so are those whom it had passed. An offer by the policy is not taken back: the policy would only repeat it.
 */
export async function takeOfferBack(
  actor: Staff,
  { enrollmentId, seen }: UndoInput,
  at = now(),
): Promise<Outcome<UndoRefusal>> {
  if (!mayAdminister(actor)) return refuse("not_yours");
  return inTransaction(async (tx) => {
    const enrollment = await lockEnrollment(tx, enrollmentId);
    if (enrollment?.state !== "held" || standingOf(enrollment) !== seen) return refuse("changed");
    if (!enrollment.offeredAt || !(await isOutOfTurn(tx, enrollment))) return refuse("changed");
    // They may have seen it on their own page, before any letter.
    const answers = await tx.acceptance.count({ where: { enrollmentId } });
    if (answers > 0) return refuse("changed");
    if (!(await withdrawLetters(tx, { enrollmentId }, instantOf(enrollment.offeredAt))))
      return refuse("letter_gone");
    await backToLine(tx, enrollment, null);
    await noteTakenBack(tx, enrollment, at);
    await record(tx, actor, "enrollment.offer-taken-back", enrollmentId);
    await promote(tx, actor, enrollment.cohortId, at);
    return done();
  });
}
