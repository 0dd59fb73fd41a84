import { tellGuests } from "#lib/attendance/tell-guests.ts";
import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { dateOf, dateOfLocal, localOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { onTheWall } from "#lib/clock/wall.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { type ChangeRefusal, changeable } from "./change-session.ts";
import type { MoveSession } from "./session-schema.ts";
import { tellOfDates } from "./tell-of-dates.ts";

/**
 * Moves one session to another day or hour of the cohort's zone, or makes it longer or shorter. What is released
 * after it moves along (design rule 9), and whoever has a place is told once, with a new calendar file.
 */
export async function moveSession(
  actor: Staff,
  { sessionId, minutes, ...input }: MoveSession,
  at = now(),
): Promise<Outcome<ChangeRefusal | "in_the_past" | "overlaps">> {
  return inTransaction(async (tx) => {
    const found = await changeable(tx, actor, sessionId, at);
    if (!found.ok) return found;
    const { cohortId, cohort, ...before } = found.value;
    const { startsLocal, startsAt } = onTheWall(input.startsLocal, cohort.timeZone);
    const endsAt = startsAt.add({ minutes });
    if (Temporal.Instant.compare(startsAt, at) <= 0) return refuse("in_the_past");
    const other = await tx.session.findFirst({
      where: {
        cohortId,
        id: { not: sessionId },
        cancelledAt: null,
        startsAt: { lt: dateOf(endsAt) },
        endsAt: { gt: dateOf(startsAt) },
      },
      select: { id: true },
    });
    if (other) return refuse("overlaps");
    const was = localOf(before.startsLocal);
    if (was.equals(startsLocal) && before.minutes === minutes) return done();
    await tx.session.update({
      where: { id: sessionId },
      data: {
        startsLocal: dateOfLocal(startsLocal),
        minutes,
        startsAt: dateOf(startsAt),
        endsAt: dateOf(endsAt),
      },
    });
    await record(tx, actor, "session.moved", sessionId, { from: String(was), to: String(startsLocal) });
    await tellOfDates(tx, cohortId, { sessionId, was: String(was), minutes: before.minutes }, at);
    await tellGuests(tx, { id: sessionId }, at);
    return done();
  });
}
