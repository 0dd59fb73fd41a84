import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { cohortsOf } from "#lib/auth/policy.ts";
import { instantOf, localOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import { partyShown } from "#lib/people/party-shown.ts";
import { lineSelect, lineShown } from "#lib/waitlist/line.ts";
import { headSelect } from "./head.ts";
import { tentativeOf } from "./tentative.ts";

/** One of the actor's cohorts at a glance: chairs, who is asked, the line and what it does next. */
export async function loadCohort(actor: Staff, cohortId: string, at = now()) {
  if (!isId(cohortId)) return null;
  const cohort = await db.cohort.findFirst({
    where: { id: cohortId, ...cohortsOf(actor) },
    select: {
      ...headSelect,
      format: true,
      place: true,
      capacity: true,
      seatsTaken: true,
      smallest: true,
      runsAt: true,
      cancelReason: true,
      policy: true,
      cutoffHours: true,
      savingHours: true,
      sessions: {
        where: { cancelledAt: null },
        orderBy: { startsAt: "asc" },
        select: {
          id: true,
          title: true,
          startsLocal: true,
          startsAt: true,
          endsAt: true,
          _count: { select: { releases: { where: { rule: "afterSession", takenBackAt: null } } } },
        },
      },
      enrollments: {
        where: { state: { in: ["held", "confirmed", "completed", "waitlisted"] } },
        orderBy: [{ joinedAt: "asc" }, { id: "asc" }],
        take: 400,
        select: lineSelect,
      },
      _count: { select: { questions: { where: { answeredAt: null } } } },
    },
  });
  if (!cohort) return null;
  await record(db, actor, "cohort.seen", cohort.id);
  const { sessions, enrollments, _count, ...rest } = cohort;
  const waiting = enrollments.filter(({ state }) => state === "waitlisted");
  const next = sessions.find(({ endsAt }) => instantOf(endsAt).epochMilliseconds > at.epochMilliseconds);
  const parties = enrollments.filter(({ state }) => state !== "waitlisted").map(partyShown);
  const first = sessions[0];
  return {
    ...rest,
    ...datesOf(sessions, at),
    /** So many wait for an answer. */
    questions: _count.questions,
    begun: first ? instantOf(first.startsAt).epochMilliseconds <= at.epochMilliseconds : false,
    tentative: tentativeOf(rest, parties),
    next: next && {
      ...next,
      first: next === sessions[0],
      startsLocal: localOf(next.startsLocal),
      materials: next._count.releases,
    },
    parties,
    line: lineShown(cohort, waiting, at),
  };
}

function datesOf(sessions: { startsLocal: Date; endsAt: Date }[], at: Temporal.Instant) {
  const first = sessions[0];
  const last = sessions.at(-1);
  return {
    startsLocal: first ? localOf(first.startsLocal) : null,
    sessionCount: sessions.length,
    finished: last ? instantOf(last.endsAt).epochMilliseconds <= at.epochMilliseconds : false,
  };
}
