import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { cohortsOf } from "#lib/auth/policy.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import { entrySelect, entryShown } from "./entry.ts";
import { whatNext } from "./line.ts";
import { asWaiting, inLine, lineHead, pageOf } from "./line-head.ts";
import { loadNames } from "./names.ts";
import { roomSelect } from "./room.ts";

export const boardPage = 25;

/**
 * One cohort's board: who waits, 25 a page in order, who is asked, and what happens next. An admin decides on
 * it; the cohort's facilitators see it.
 */
export async function loadBoard(actor: Staff, cohortId: string, page: number, at = now()) {
  if (!isId(cohortId)) return null;
  const cohort = await db.cohort.findFirst({
    where: { id: cohortId, ...cohortsOf(actor) },
    select: {
      id: true,
      title: true,
      timeZone: true,
      partiesWaiting: true,
      ...roomSelect,
      enrollments: lineHead(at),
    },
  });
  if (!cohort) return null;
  const { enrollments, ...rest } = cohort;
  const next = whatNext(cohort, enrollments.map(asWaiting), at);
  const { ids, hasNext } = await pageOf({ cohortId, state: "waitlisted" }, page, boardPage);
  const [line, holds, names] = await Promise.all([
    db.enrollment.findMany({
      where: { id: { in: ids }, state: "waitlisted" },
      orderBy: inLine,
      select: entrySelect,
    }),
    db.enrollment.findMany({
      where: { cohortId, state: "held" },
      orderBy: [{ holdExpiresAt: "asc" }, { id: "asc" }],
      take: 200,
      select: entrySelect,
    }),
    loadNames([next.ahead]),
  ]);
  await record(db, actor, "waitlist.seen", cohortId);
  return {
    id: rest.id,
    title: rest.title,
    timeZone: rest.timeZone,
    capacity: rest.capacity,
    seatsTaken: rest.seatsTaken,
    partiesWaiting: rest.partiesWaiting,
    words: next.words(names),
    hasNext,
    line: line.map((enrollment, index) => ({
      ...entryShown(enrollment, at),
      place: (page - 1) * boardPage + index + 1,
      saved: next.ahead.savedFor?.enrollmentId === enrollment.id,
      next: next.ahead.next?.party.enrollmentId === enrollment.id,
    })),
    holds: holds.map((enrollment) => entryShown(enrollment, at)),
  };
}

export type Board = NonNullable<Awaited<ReturnType<typeof loadBoard>>>;
