import { record } from "#lib/audit/record.ts";
import { now } from "#lib/clock/now.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { release } from "#lib/seats/release.ts";
import { noteChange } from "#lib/waitlist/note-change.ts";
import { promote } from "#lib/waitlist/promote.ts";
import { type ForParty, lockOwn } from "./lock-own.ts";

/** A party that has or waits for a place elsewhere too no longer waits in this line. Nobody of it goes. */
export async function leaveLine(
  actor: ForParty,
  enrollmentId: string,
  at = now(),
): Promise<Outcome<"not_waiting_here">> {
  return inTransaction(async (tx) => {
    const locked = await lockOwn(tx, actor, enrollmentId);
    if (!locked) return refuse("not_waiting_here");
    const { enrollment, others } = locked;
    if (enrollment.state === "withdrawn") return done();
    if (enrollment.state !== "waitlisted" && enrollment.state !== "applied")
      return refuse("not_waiting_here");
    if (others.length === 0) return refuse("not_waiting_here");
    await release(tx, enrollment, "withdrawn", at);
    await noteChange(tx, enrollment, "Your party left this line, and stays in the others.", at);
    await record(tx, actor, "enrollment.line-left", enrollmentId);
    await promote(tx, actor, enrollment.cohortId, at);
    return done();
  });
}
