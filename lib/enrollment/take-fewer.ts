import { record } from "#lib/audit/record.ts";
import { now } from "#lib/clock/now.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { setComesAnyway } from "#lib/people/come-anyway.ts";
import { sizeOf } from "#lib/seats/release.ts";
import { setFewest } from "#lib/seats/set-fewest.ts";
import { noteChange } from "#lib/waitlist/note-change.ts";
import { promote } from "#lib/waitlist/promote.ts";
import { type ForParty, lockOwn } from "./lock-own.ts";

export type FewerRefusal = "not_waiting_here" | "offered_now" | "partners_only";

/**
 * A party says who of it would come when there isn't room for all: it may then be offered so many seats, and
 * the rest waits on. Naming nobody, or everybody, means all or nothing again (design rule 2).
 */
export async function takeFewer(
  actor: ForParty,
  enrollmentId: string,
  memberIds: string[],
  at = now(),
): Promise<Outcome<FewerRefusal>> {
  return inTransaction(async (tx) => {
    const locked = await lockOwn(tx, actor, enrollmentId);
    if (!locked) return refuse("not_waiting_here");
    const everywhere = [locked.enrollment, ...locked.others];
    const waiting = everywhere.filter(({ state }) => state === "waitlisted" || state === "applied");
    if (!waiting.some(({ id }) => id === enrollmentId)) return refuse("not_waiting_here");
    // Who is asked must not change while they decide.
    if (everywhere.some(({ forFewer }) => forFewer)) return refuse("offered_now");
    const { partyId } = locked.enrollment;
    const chosen = await tx.member.count({
      where: { partyId, id: { in: memberIds }, state: { in: ["invited", "confirmed"] } },
    });
    if (chosen === 1) {
      const cohortIds = waiting.map(({ cohortId }) => cohortId);
      const forPartners = await tx.cohort.count({ where: { id: { in: cohortIds }, audience: "partners" } });
      if (forPartners > 0) return refuse("partners_only");
    }
    await setComesAnyway(tx, partyId, memberIds);
    const { fewest } = await sizeOf(tx, partyId);
    await setFewest(tx, partyId, fewest);
    for (const each of waiting) {
      await noteChange(tx, each, wordsOf(fewest), at);
      await record(tx, actor, "enrollment.takes-fewer", each.id, { fewest });
      if (each.state === "waitlisted") await promote(tx, actor, each.cohortId, at);
    }
    return done();
  });
}

function wordsOf(fewest: number | null): string {
  return fewest === null
    ? "Your party waits for room for all of you."
    : `Your party would take ${fewest === 1 ? "one place" : `${fewest} places`} when there isn't room for all of you.`;
}
