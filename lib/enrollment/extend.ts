import { record } from "#lib/audit/record.ts";
import { instantOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { momentWords } from "#lib/clock/words.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { extendHold } from "#lib/seats/extend-hold.ts";
import { longerEnd } from "#lib/waitlist/longer-end.ts";
import { noteChange } from "#lib/waitlist/note-change.ts";
import { type ForParty, lockOwn } from "./lock-own.ts";

export type ExtendRefusal = "lapsed" | "extended_before" | "too_close";

/** Gives a party one more day to answer, once for each hold, and never into the cohort's last hours. */
export async function extend(
  actor: ForParty,
  enrollmentId: string,
  at = now(),
): Promise<Outcome<ExtendRefusal, { until: Temporal.Instant }>> {
  return inTransaction(async (tx) => {
    const enrollment = (await lockOwn(tx, actor, enrollmentId))?.enrollment;
    if (enrollment?.state !== "held" || !enrollment.holdExpiresAt) return refuse("lapsed");
    const ends = instantOf(enrollment.holdExpiresAt);
    if (Temporal.Instant.compare(at, ends) >= 0) return refuse("lapsed");
    if (enrollment.extendedAt) return refuse("extended_before");
    const cohort = await tx.cohort.findUniqueOrThrow({
      where: { id: enrollment.cohortId },
      select: {
        cutoffHours: true,
        timeZone: true,
        sessions: { orderBy: { startsAt: "asc" }, take: 1, select: { startsAt: true } },
      },
    });
    const until = longerEnd(ends, cohort);
    if (!until) return refuse("too_close");
    await extendHold(tx, enrollmentId, until, at);
    await noteChange(
      tx,
      enrollment,
      `${actor.kind === "staff" ? "The clinic gave you" : "Your party asked for"} more time: you can answer until ${momentWords(until, cohort.timeZone)}.`,
      at,
    );
    await record(tx, actor, "enrollment.extended", enrollmentId);
    return done({ until });
  });
}
