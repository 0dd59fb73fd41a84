import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { mayAdminister } from "#lib/auth/policy.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { partySelect, partyShown } from "#lib/people/party-shown.ts";
import { whatNext } from "./line.ts";
import { asWaiting, inLine, lineHead } from "./line-head.ts";
import { loadNames } from "./names.ts";
import { roomSelect } from "./room.ts";

const perPage = 10;
/** So many of a line, and of those who are asked, are shown of each cohort; its own board has them all. */
const first = 3;

/**
 * Every cohort with a line or with held seats, for admins: how many wait, the first of them, and what happens
 * next. Ten cohorts a page, read with as many queries however long their lines are.
 */
export async function loadWaitlists(actor: Staff, page: number, at = now()) {
  if (!mayAdminister(actor)) return null;
  const cohorts = await db.cohort.findMany({
    where: {
      state: { in: ["open", "closed"] },
      OR: [{ partiesWaiting: { gt: 0 } }, { enrollments: { some: { state: { in: ["held", "applied"] } } } }],
    },
    orderBy: [{ partiesWaiting: "desc" }, { id: "asc" }],
    skip: (page - 1) * perPage,
    take: perPage + 1,
    select: {
      id: true,
      title: true,
      ...roomSelect,
      partiesWaiting: true,
      timeZone: true,
      enrollments: lineHead(at),
      _count: { select: { enrollments: { where: { state: "held" } } } },
    },
  });
  const shown = cohorts
    .slice(0, perPage)
    .map((cohort) => ({ ...cohort, next: whatNext(cohort, cohort.enrollments.map(asWaiting), at) }));
  const ids = shown.map(({ id }) => id);
  const [lines, holds, names] = await Promise.all([
    firstOf(ids, "waitlisted"),
    firstOf(ids, "held"),
    loadNames(shown.map(({ next }) => next.ahead)),
  ]);
  await record(db, actor, "waitlist.seen", null);
  return {
    hasNext: cohorts.length > perPage,
    cohorts: shown.map(({ id, title, timeZone, capacity, seatsTaken, partiesWaiting, next, _count }) => ({
      id,
      title,
      timeZone,
      capacity,
      seatsTaken,
      partiesWaiting,
      words: next.words(names),
      partiesHeld: _count.enrollments,
      holds: holds.get(id) ?? [],
      line: lines.get(id) ?? [],
    })),
  };
}

/** The first few of several cohorts that are in one state, by cohort. */
async function firstOf(cohortIds: string[], state: "waitlisted" | "held") {
  const cohorts = await db.cohort.findMany({
    where: { id: { in: cohortIds } },
    select: {
      id: true,
      enrollments: { where: { state }, orderBy: inLine, take: first, select: partySelect },
    },
  });
  return new Map(cohorts.map(({ id, enrollments }) => [id, enrollments.map(partyShown)]));
}
