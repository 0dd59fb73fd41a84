import type { Staff } from "#lib/audit/actor.ts";
import { cohortsOf } from "#lib/auth/policy.ts";
import { dateOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { completionOf, type Meeting } from "./completion.ts";
import { meetingsOfEach, meetingsSelect } from "./meetings.ts";
import { counted } from "./resolve.ts";

/** Why somebody may be glad of a kind word: they never started, missed the last two, or can no longer complete. */
export type Quiet = { kind: "never" | "missed" | "cannot"; sessionId: string };

/**
 * Notices early when somebody grows quiet. `meetings` are in the order of time. Only what was marked counts: a
 * session that nobody marked says nothing of anybody.
 */
export function quietOf(meetings: (Meeting & { id: string })[], completeFrom: number): Quiet | null {
  const marked = meetings.filter(
    ({ kind, cancelled, over, status }) => kind !== "orientation" && !cancelled && over && status !== null,
  );
  const missed = marked.filter(({ status }) => !counted.includes(status));
  const last = missed.at(-1);
  if (!last) return null;
  const sessionId = last.id;
  if (missed.length >= 2 && missed.length === marked.length) return { kind: "never", sessionId };
  if (marked.slice(-2).every((one) => missed.includes(one)) && missed.length >= 2)
    return { kind: "missed", sessionId };
  return completionOf(meetings, completeFrom).state === "cannot" ? { kind: "cannot", sessionId } : null;
}

// What a page can show, and a facilitator take to heart.
const mostCohorts = 30;
const mostPeople = 20;

/** Who has grown quiet in the actor's groups that meet these weeks, or in one of them. */
export async function loadQuiet(actor: Staff, at = now(), cohortId?: string) {
  const cohorts = await db.cohort.findMany({
    where: {
      ...cohortsOf(actor),
      ...(cohortId && { id: cohortId }),
      state: { in: ["open", "closed"] },
      AND: [
        { sessions: { some: { startsAt: { lte: dateOf(at) } } } },
        { sessions: { some: { endsAt: { gte: dateOf(at.subtract({ hours: 24 * 7 })) } } } },
      ],
    },
    orderBy: { id: "desc" },
    take: mostCohorts,
    select: {
      id: true,
      title: true,
      completeFrom: true,
      ...meetingsSelect,
    },
  });
  return cohorts
    .flatMap((cohort) =>
      meetingsOfEach(cohort, at).flatMap(({ person, meetings }) => {
        const quiet = quietOf(meetings, cohort.completeFrom);
        return quiet ? [{ ...person, ...quiet, cohort: { id: cohort.id, title: cohort.title } }] : [];
      }),
    )
    .slice(0, mostPeople);
}
