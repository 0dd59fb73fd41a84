import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { cohortsOf, mayAdminister } from "#lib/auth/policy.ts";
import { dateOf, instantOf, localOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import { partySelect, partyShown } from "#lib/people/party-shown.ts";
import { lineSelect, lineShown } from "#lib/waitlist/line.ts";
import type { Prisma } from "../../prisma/generated/client.ts";

const perPage = 20;

/** The actor's cohorts, the newest first; twenty a page, and whether there are more. */
export async function loadCohorts(actor: Staff, page: number, at = now()) {
  const cohorts = await db.cohort.findMany({
    where: cohortsOf(actor),
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    skip: (page - 1) * perPage,
    take: perPage + 1,
    select: {
      id: true,
      title: true,
      state: true,
      timeZone: true,
      capacity: true,
      seatsTaken: true,
      partiesWaiting: true,
      facilitators: { select: { user: { select: { name: true } } } },
      sessions: { orderBy: { startsAt: "asc" }, select: { startsLocal: true, endsAt: true } },
    },
  });
  return {
    hasNext: cohorts.length > perPage,
    cohorts: cohorts.slice(0, perPage).map(({ sessions, facilitators, ...cohort }) => ({
      ...cohort,
      facilitators: facilitators.map(({ user }) => user.name),
      ...datesOf(sessions, at),
    })),
  };
}

/** What the form for a new cohort offers: programs, and for an admin who could facilitate. */
export async function loadCohortForm(actor: Staff) {
  const [programs, colleagues] = await Promise.all([
    db.program.findMany({ orderBy: { title: "asc" }, take: 100, select: { id: true, title: true } }),
    mayAdminister(actor)
      ? db.user.findMany({
          where: { role: { not: null } },
          orderBy: [{ name: "asc" }, { id: "asc" }],
          take: 200,
          select: { id: true, name: true },
        })
      : [],
  ]);
  return { programs, colleagues };
}

const headSelect = { id: true, title: true, state: true, timeZone: true } satisfies Prisma.CohortSelect;

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
      policy: true,
      cutoffHours: true,
      savingHours: true,
      sessions: {
        orderBy: { startsAt: "asc" },
        select: {
          id: true,
          title: true,
          startsLocal: true,
          startsAt: true,
          endsAt: true,
          _count: { select: { materials: { where: { release: "afterSession" } } } },
        },
      },
      enrollments: {
        where: { state: { in: ["held", "confirmed", "completed", "waitlisted"] } },
        orderBy: [{ joinedAt: "asc" }, { id: "asc" }],
        take: 400,
        select: lineSelect,
      },
    },
  });
  if (!cohort) return null;
  await record(db, actor, "cohort.seen", cohort.id);
  const { sessions, enrollments, ...rest } = cohort;
  const waiting = enrollments.filter(({ state }) => state === "waitlisted");
  const next = sessions.find(({ endsAt }) => instantOf(endsAt).epochMilliseconds > at.epochMilliseconds);
  return {
    ...rest,
    ...datesOf(sessions, at),
    next: next && {
      ...next,
      first: next === sessions[0],
      startsLocal: localOf(next.startsLocal),
      materials: next._count.materials,
    },
    parties: enrollments.filter(({ state }) => state !== "waitlisted").map(partyShown),
    line: lineShown(cohort, waiting, at),
  };
}

/** Everyone who has, or is asked to take, a place in one of the actor's cohorts, with how to reach them. */
export async function loadRoster(actor: Staff, cohortId: string) {
  if (!isId(cohortId)) return null;
  const cohort = await db.cohort.findFirst({
    where: { id: cohortId, ...cohortsOf(actor) },
    select: {
      ...headSelect,
      enrollments: {
        where: { state: { in: ["held", "confirmed", "completed"] } },
        orderBy: [{ joinedAt: "asc" }, { id: "asc" }],
        select: partySelect,
      },
    },
  });
  if (!cohort) return null;
  await record(db, actor, "roster.seen", cohort.id);
  const { enrollments, ...rest } = cohort;
  return { ...rest, parties: enrollments.map(partyShown) };
}

/** When one of the actor's cohorts meets, and how many were marked each time. */
export async function loadSessions(actor: Staff, cohortId: string) {
  if (!isId(cohortId)) return null;
  const cohort = await db.cohort.findFirst({
    where: { id: cohortId, ...cohortsOf(actor) },
    select: {
      ...headSelect,
      sessions: {
        orderBy: { startsAt: "asc" },
        select: { id: true, kind: true, title: true, minutes: true, startsLocal: true, endsAt: true },
      },
    },
  });
  return (
    cohort && {
      ...cohort,
      sessions: cohort.sessions.map(({ startsLocal, endsAt, ...session }) => ({
        ...session,
        startsLocal: localOf(startsLocal),
        endsAt: instantOf(endsAt),
      })),
    }
  );
}

/** What a member of staff needs today: the next sessions of their cohorts, and what waits for a person. */
export async function loadToday(actor: Staff, at = now()) {
  const soon = dateOf(at.add({ hours: 24 }));
  const [sessions, holds, moved] = await Promise.all([
    db.session.findMany({
      where: {
        cohort: { state: { in: ["open", "closed"] }, ...cohortsOf(actor) },
        endsAt: { gt: dateOf(at.subtract({ hours: 12 })) },
      },
      orderBy: [{ startsAt: "asc" }, { id: "asc" }],
      take: 5,
      select: {
        id: true,
        title: true,
        startsLocal: true,
        startsAt: true,
        endsAt: true,
        cohort: { select: { id: true, title: true, timeZone: true, place: true, format: true } },
      },
    }),
    db.enrollment.findMany({
      where: { state: "held", holdExpiresAt: { lte: soon }, cohort: cohortsOf(actor) },
      orderBy: [{ holdExpiresAt: "asc" }, { id: "asc" }],
      take: 10,
      select: { ...partySelect, cohort: { select: headSelect } },
    }),
    db.waitlistDecision.findMany({
      where: { at: { gte: dateOf(at.subtract({ hours: 48 })) }, cohort: cohortsOf(actor) },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: 5,
      select: {
        id: true,
        kind: true,
        at: true,
        enrollment: { select: partySelect },
        cohort: { select: headSelect },
      },
    }),
  ]);
  await record(db, actor, "today.seen", null);
  return {
    sessions: sessions.map(({ startsLocal, startsAt, endsAt, ...session }) => ({
      ...session,
      startsLocal: localOf(startsLocal),
      startsAt: instantOf(startsAt),
      endsAt: instantOf(endsAt),
    })),
    holds: holds.map(({ cohort, ...hold }) => ({ ...partyShown(hold), cohort })),
    moved: moved.map(({ enrollment, at, ...decision }) => ({
      ...decision,
      at: instantOf(at),
      party: partyShown(enrollment),
    })),
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
