import type { Staff } from "#lib/audit/actor.ts";
import { cohortsOf } from "#lib/auth/policy.ts";
import { dateOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import { headSelect } from "./head.ts";

/** Whom cancelling one of the actor's cohorts would be told to: people with a place or asked for one, and people in line. */
export async function loadCancelling(actor: Staff, cohortId: string, at = now()) {
  if (!isId(cohortId)) return null;
  const cohort = await db.cohort.findFirst({
    where: { id: cohortId, ...cohortsOf(actor) },
    select: {
      ...headSelect,
      sessions: { where: { endsAt: { gt: dateOf(at) } }, take: 1, select: { id: true } },
    },
  });
  if (!cohort) return null;
  const counts = await db.enrollment.groupBy({
    by: ["state"],
    where: { cohortId, state: { in: ["applied", "held", "waitlisted", "confirmed"] } },
    _sum: { seats: true },
  });
  const people = (...states: string[]) =>
    counts
      .filter(({ state }) => states.includes(state))
      .reduce((sum, { _sum }) => sum + (_sum.seats ?? 0), 0);
  const { sessions, ...head } = cohort;
  return {
    ...head,
    over: sessions.length === 0,
    placed: people("held", "confirmed"),
    waiting: people("waitlisted", "applied"),
  };
}
