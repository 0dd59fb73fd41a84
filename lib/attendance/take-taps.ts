import type { Staff } from "#lib/audit/actor.ts";
import { auditInsert } from "#lib/audit/record.ts";
import { now } from "#lib/clock/now.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import { countAtHome } from "./count-at-home.ts";
import { comersTo } from "./enrolled.ts";
import { keepTaps, lockSession, type NewTap } from "./keep.ts";

/**
 * Takes in taps of one session, as they were made: perhaps a while ago, without a line, and perhaps a second time.
 * Each is kept; what they come to hangs on when they were made (`resolve`). Taps on somebody who has nothing to do
 * with this session are left out. A clock that is ahead makes none from the future.
 */
export async function takeTaps(
  actor: Staff,
  sessionId: string,
  taps: NewTap[],
  at = now(),
): Promise<Outcome<"not_yours", { left: string[] }>> {
  return inTransaction(async (tx) => {
    await lockSession(tx, sessionId);
    const comers = await comersTo(tx, actor, sessionId);
    if (!comers) return refuse("not_yours");
    const known = new Set([...comers.enrolled, ...comers.others]);
    const taken = taps
      .filter(({ personId }) => known.has(personId))
      .map((tap) => (Temporal.Instant.compare(tap.at, at) > 0 ? { ...tap, at } : tap));
    const added = await keepTaps(tx, actor.userId, sessionId, taken);
    if (added > 0) {
      const people = [...new Set(taken.map(({ personId }) => personId))];
      await countAtHome(tx, actor.userId, sessionId, people, at);
      await tx.$executeRaw(
        auditInsert(actor, "attendance.marked", Prisma.sql`SELECT unnest(${people}::uuid[])`, { sessionId }),
      );
    }
    return done({ left: taps.filter(({ personId }) => !known.has(personId)).map(({ id }) => id ?? "") });
  });
}
