import { tellGuests } from "#lib/attendance/tell-guests.ts";
import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { dateOf, localOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { done, type Outcome } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { type ChangeRefusal, changeable } from "./change-session.ts";
import { tellOfDates } from "./tell-of-dates.ts";

/** One session does not take place; the others stay. Whoever has a place is told once, with the reason, and their calendar forgets it. */
export async function cancelSession(
  actor: Staff,
  { sessionId, reason }: { sessionId: string; reason: string },
  at = now(),
): Promise<Outcome<ChangeRefusal>> {
  return inTransaction(async (tx) => {
    const found = await changeable(tx, actor, sessionId, at);
    if (!found.ok) return found;
    const { cohortId, startsLocal, minutes } = found.value;
    await tx.session.update({
      where: { id: sessionId },
      data: { cancelledAt: dateOf(at), cancelReason: reason },
    });
    await record(tx, actor, "session.cancelled", sessionId);
    await tellOfDates(tx, cohortId, { sessionId, was: String(localOf(startsLocal)), minutes }, at);
    await tellGuests(tx, { id: sessionId }, at);
    return done();
  });
}
