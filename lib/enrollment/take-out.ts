import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { mayAdminister } from "#lib/auth/policy.ts";
import { now } from "#lib/clock/now.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { queueJob } from "#lib/db/queue-job.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { thinkingTime } from "#lib/mail/withdraw-letters.ts";
import { mailParty } from "#lib/people/mail-party.ts";
import { lockEnrollment } from "#lib/seats/lock.ts";
import { release } from "#lib/seats/release.ts";
import { standingOf } from "#lib/seats/standing.ts";
import { noteChange } from "#lib/waitlist/note-change.ts";
import { promote } from "#lib/waitlist/promote.ts";
import type { DecisionInput } from "./decision-schema.ts";

/** Those who were only invited are forgotten when the letters have surely gone. */
const untilForgotten = Temporal.Duration.from({ minutes: 2 });

/**
 * An admin takes a party out of a line, with a reason that the party can read. The letter waits a little, so
 * that they can be put back as if nothing had been (`putBack`).
 */
export async function takeOut(
  actor: Staff,
  { enrollmentId, seen, reason }: DecisionInput,
  at = now(),
): Promise<Outcome<"not_yours" | "changed">> {
  if (!mayAdminister(actor)) return refuse("not_yours");
  return inTransaction(async (tx) => {
    const enrollment = await lockEnrollment(tx, enrollmentId);
    if (enrollment?.state !== "waitlisted" || standingOf(enrollment) !== seen) return refuse("changed");
    await mailParty(tx, enrollment.partyId, "taken-out", enrollmentId, at, undefined, {
      sendAt: at.add(thinkingTime),
    });
    await release(tx, enrollment, "withdrawn", at);
    await noteChange(tx, enrollment, `The clinic took you out of line: ${reason}`, at);
    // `putBack` reads here whether they had paused.
    await record(tx, actor, "enrollment.taken-out", enrollmentId, { pausedAt: enrollment.pausedAt });
    await queueJob(tx, "forget-taken-out", { id: enrollmentId }, { runAt: at.add(untilForgotten) });
    await promote(tx, actor, enrollment.cohortId, at);
    return done();
  });
}
