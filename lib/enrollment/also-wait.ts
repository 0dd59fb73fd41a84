import { record } from "#lib/audit/record.ts";
import { now } from "#lib/clock/now.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { firstLetter } from "#lib/people/first-letter.ts";
import { mailParty } from "#lib/people/mail-party.ts";
import { join } from "#lib/seats/join.ts";
import { lockCohort } from "#lib/seats/lock.ts";
import { sizeOf } from "#lib/seats/release.ts";
import { promote } from "#lib/waitlist/promote.ts";
import { type ForParty, lockOwn } from "./lock-own.ts";
import { suits } from "./suits.ts";

/** A party in line asks for a place in another open cohort too: the last of its own order, and from now on there. */
export async function alsoWait(
  actor: ForParty,
  enrollmentId: string,
  cohortId: string,
  at = now(),
): Promise<Outcome<"not_waiting_here" | "not_open", { enrollmentId: string }>> {
  return inTransaction(async (tx) => {
    await lockInOrder();
    const locked = await lockOwn(tx, actor, enrollmentId);
    if (!locked) return refuse("not_waiting_here");
    const { enrollment, others } = locked;
    if (!["applied", "held", "waitlisted"].includes(enrollment.state)) return refuse("not_waiting_here");
    const { partyId } = enrollment;
    const already = [enrollment, ...others].find((each) => each.cohortId === cohortId);
    if (already) return done({ enrollmentId: already.id });
    const { seats, anyway, fewest } = await sizeOf(tx, partyId);
    const cohort = await tx.cohort.findFirst({
      where: { id: cohortId, ...suits(seats, at) },
      select: { audience: true },
    });
    if (!cohort) return refuse("not_open");
    const last = await tx.enrollment.aggregate({
      where: { id: { in: [enrollment, ...others].map(({ id }) => id) } },
      _max: { preference: true },
    });
    const joined = await join(
      tx,
      actor,
      {
        partyId,
        cohortId,
        seats,
        joinedAt: at,
        fewest: cohort.audience === "partners" && anyway === 1 ? null : fewest,
        preference: (last._max.preference ?? 0) + 1,
      },
      at,
    );
    await record(tx, actor, "enrollment.waits-elsewhere-too", joined.enrollmentId);
    const offered = joined.state === "waitlisted" ? await promote(tx, actor, cohortId, at) : [];
    if (!offered.includes(joined.enrollmentId)) {
      await mailParty(tx, partyId, firstLetter[joined.state], joined.enrollmentId, at);
    }
    return done({ enrollmentId: joined.enrollmentId });

    /** The new cohort's lock is taken among those of the party, in order, so that nobody waits in a circle. */
    async function lockInOrder() {
      const theirs = await tx.enrollment.findMany({
        where: { party: { enrollments: { some: { id: enrollmentId } } }, endedAt: null },
        select: { cohortId: true },
      });
      const ids = new Set([cohortId, ...theirs.map((each) => each.cohortId)]);
      for (const id of [...ids].sort()) await lockCohort(tx, id);
    }
  });
}
