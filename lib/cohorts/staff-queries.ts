import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { cohortsOf, isCohortOf, mayAdminister } from "#lib/auth/policy.ts";
import { dateOf, instantOf, localOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import { destinationsOf, movable } from "#lib/enrollment/transfer.ts";
import { partySelect, partyShown } from "#lib/people/party-shown.ts";
import { lineSelect, lineShown } from "#lib/waitlist/line.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import type { CohortState } from "../../prisma/generated/enums.ts";
import { clashesOfSessions } from "./clashes.ts";
import { rhythmOf } from "./plan.ts";

const perPage = 15;

/**
 * The actor's cohorts, whose next session is soonest first; then those without dates, and those that are over or
 * cancelled at the end, the last one first. Fifteen a page, and whether there are more.
 */
export async function loadCohorts(actor: Staff, page: number, at = now()) {
  const rows = await db.$queryRaw<Listed[]>(Prisma.sql`
    WITH dates AS (
      SELECT s."cohortId", count(*)::int AS "sessionCount", min(s."startsLocal") AS "startsLocal", max(s."endsAt") AS "endsAt",
        min(s."startsAt") FILTER (WHERE s."endsAt" > ${dateOf(at)}) AS "nextAt",
        min(s."startsLocal") FILTER (WHERE s."endsAt" > ${dateOf(at)}) AS "nextLocal",
        count(*) FILTER (WHERE s."endsAt" <= ${dateOf(at)})::int AS "ended"
      FROM "Session" s WHERE s."cancelledAt" IS NULL GROUP BY s."cohortId"),
    shown AS (
      SELECT c.*, d.*, COALESCE(d."endsAt" <= ${dateOf(at)}, false) AS "finished",
        row_number() OVER (ORDER BY CASE WHEN c."state" <> 'cancelled' THEN d."nextAt" END NULLS LAST,
          (c."state" <> 'cancelled' AND d."endsAt" IS NULL) DESC, d."endsAt" DESC NULLS LAST, c."createdAt" DESC, c."id") AS "listed"
      FROM "Cohort" c LEFT JOIN dates d ON d."cohortId" = c."id"
      WHERE ${isCohortOf(actor)} ORDER BY "listed" OFFSET ${(page - 1) * perPage} LIMIT ${perPage + 1})
    SELECT "id", "title", "state"::text, "timeZone", "capacity", "seatsTaken", "partiesWaiting", COALESCE("sessionCount", 0) AS "sessionCount",
      "startsLocal", "finished", "nextLocal", "ended", ARRAY(
        SELECT u."name" FROM "CohortFacilitator" f JOIN "User" u ON u."id" = f."userId"
        WHERE f."cohortId" = shown."id" ORDER BY u."name") AS "facilitators"
    FROM shown ORDER BY "listed"`);
  return {
    hasNext: rows.length > perPage,
    cohorts: rows.slice(0, perPage).map(({ startsLocal, nextLocal, ended, ...cohort }) => ({
      ...cohort,
      /** The session that runs or comes next, and how many there were before it. */
      next: nextLocal && { startsLocal: localOf(nextLocal), number: (ended ?? 0) + 1 },
      startsLocal: startsLocal && localOf(startsLocal),
    })),
  };
}

type Listed = {
  id: string;
  title: string;
  state: CohortState;
  timeZone: string;
  capacity: number;
  seatsTaken: number;
  partiesWaiting: number;
  sessionCount: number;
  startsLocal: Date | null;
  finished: boolean;
  nextLocal: Date | null;
  ended: number | null;
  facilitators: string[];
};

/** What the form for a new cohort offers: programs, and for an admin who could facilitate. */
export async function loadCohortForm(actor: Staff) {
  const [programs, colleagues] = await Promise.all([
    db.program.findMany({
      where: { sessions: { some: {} } },
      orderBy: [{ title: "asc" }, { id: "asc" }],
      take: 100,
      select: { id: true, title: true },
    }),
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

/** The fewest people a cohort needs, and how many are sure to come; null for one that is sure to run, or can't. */
function tentativeOf(
  { state, smallest, runsAt }: { state: string; smallest: number; runsAt: Date | null },
  parties: { state: string; seats: number }[],
) {
  if (smallest === 1 || runsAt || state === "cancelled") return null;
  const sure = parties.filter(({ state }) => state === "confirmed" || state === "completed");
  return { smallest, soFar: sure.reduce((sum, { seats }) => sum + seats, 0) };
}

/** What the form for one of the actor's cohorts begins with. */
export async function loadCohortSettings(actor: Staff, cohortId: string) {
  if (!isId(cohortId)) return null;
  const cohort = await db.cohort.findFirst({
    where: { id: cohortId, ...cohortsOf(actor) },
    omit: { createdAt: true },
    include: {
      sessions: {
        where: { kind: { not: "retreat" } },
        orderBy: { position: "asc" },
        take: 3,
        select: { startsLocal: true },
      },
    },
  });
  if (!cohort) return null;
  const wall = (date: Date | null) =>
    date ? instantOf(date).toZonedDateTimeISO(cohort.timeZone).toPlainDateTime() : null;
  const { sessions, ...rest } = cohort;
  return {
    ...rest,
    /** The hour of its first session. */
    startsAt: sessions[0] ? localOf(sessions[0].startsLocal).toPlainTime() : null,
    ...rhythmOf(sessions.map(({ startsLocal }) => localOf(startsLocal).toPlainDate())),
    opensAt: wall(cohort.opensAt),
    closesAt: wall(cohort.closesAt),
  };
}

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

/** A party of one of the cohorts, and where an admin could move it to, with how many places are free there. */
export async function loadMove(actor: Staff, cohortId: string, enrollmentId: string, at = now()) {
  if (!mayAdminister(actor) || !isId(cohortId) || !isId(enrollmentId)) return null;
  const enrollment = await db.enrollment.findFirst({
    where: { id: enrollmentId, cohortId },
    select: { ...partySelect, partyId: true, joinedAt: true, cohort: { select: headSelect } },
  });
  if (!enrollment) return null;
  const destinations = await db.cohort.findMany({
    where: destinationsOf({ cohortId, partyId: enrollment.partyId }, at),
    take: 50,
    select: {
      ...headSelect,
      audience: true,
      capacity: true,
      seatsTaken: true,
      partiesWaiting: true,
      sessions: { orderBy: { startsAt: "asc" }, take: 1, select: { startsLocal: true } },
    },
  });
  await record(db, actor, "party.seen", enrollment.id);
  return {
    party: partyShown(enrollment),
    movable: movable.some((state) => state === enrollment.state),
    joinedAt: instantOf(enrollment.joinedAt),
    cohort: enrollment.cohort,
    destinations: destinations.map(({ sessions: [first], ...cohort }) => ({
      ...cohort,
      free: cohort.capacity - cohort.seatsTaken,
      startsLocal: first ? localOf(first.startsLocal) : null,
    })),
  };
}

/** Everyone who has, is asked to take, waits or has applied for a place in one of the actor's cohorts, with how to reach them. */
export async function loadRoster(actor: Staff, cohortId: string) {
  if (!isId(cohortId)) return null;
  const cohort = await db.cohort.findFirst({
    where: { id: cohortId, ...cohortsOf(actor) },
    select: {
      ...headSelect,
      enrollments: {
        where: { state: { in: ["applied", "held", "waitlisted", "confirmed", "completed"] } },
        orderBy: [{ joinedAt: "asc" }, { id: "asc" }],
        take: 400,
        select: { ...partySelect, joinedAt: true },
      },
    },
  });
  if (!cohort) return null;
  await record(db, actor, "roster.seen", cohort.id);
  const { enrollments, ...rest } = cohort;
  const parties = enrollments.map(({ joinedAt, ...party }) => ({
    ...partyShown(party),
    joinedAt: instantOf(joinedAt),
  }));
  return {
    ...rest,
    applicants: parties.filter(({ state }) => state === "applied"),
    waiting: parties.filter(({ state }) => state === "waitlisted"),
    parties: parties.filter(({ state }) => state !== "applied" && state !== "waitlisted"),
  };
}

/** When one of the actor's cohorts meets, and what else takes place while it does, from now on. */
export async function loadSessions(actor: Staff, cohortId: string, at = now()) {
  if (!isId(cohortId)) return null;
  const cohort = await db.cohort.findFirst({
    where: { id: cohortId, ...cohortsOf(actor) },
    select: {
      ...headSelect,
      sessions: {
        orderBy: { startsAt: "asc" },
        select: {
          id: true,
          kind: true,
          title: true,
          minutes: true,
          startsLocal: true,
          endsAt: true,
          cancelledAt: true,
          cancelReason: true,
        },
      },
    },
  });
  if (!cohort) return null;
  const clashes = await clashesOfSessions(
    actor,
    Prisma.sql`m."cohortId" = ${cohortId}::uuid AND m."endsAt" > ${dateOf(at)}`,
  );
  return {
    ...cohort,
    sessions: cohort.sessions.map(({ startsLocal, endsAt, ...session }) => ({
      ...session,
      clashes: clashes.get(session.id) ?? [],
      startsLocal: localOf(startsLocal),
      endsAt: instantOf(endsAt),
    })),
  };
}

/** One session of the actor's cohorts, and how many people a change of it would be told to. */
export async function loadSession(actor: Staff, sessionId: string, at = now()) {
  if (!isId(sessionId)) return null;
  const session = await db.session.findFirst({
    where: { id: sessionId, cohort: cohortsOf(actor) },
    select: {
      id: true,
      title: true,
      minutes: true,
      startsLocal: true,
      endsAt: true,
      cancelledAt: true,
      cohort: { select: headSelect },
    },
  });
  if (!session) return null;
  const { _sum } = await db.enrollment.aggregate({
    where: { cohortId: session.cohort.id, state: { in: ["confirmed", "completed"] } },
    _sum: { seats: true },
  });
  return {
    ...session,
    startsLocal: localOf(session.startsLocal),
    over: Temporal.Instant.compare(instantOf(session.endsAt), at) <= 0,
    people: _sum.seats ?? 0,
  };
}

/** What one session of the actor's cohorts is called, what to bring to it and what to practice after it. */
export async function loadSessionWords(actor: Staff, sessionId: string) {
  if (!isId(sessionId)) return null;
  const session = await db.session.findFirst({
    where: { id: sessionId, cohort: cohortsOf(actor) },
    select: {
      id: true,
      title: true,
      bring: true,
      practice: true,
      startsLocal: true,
      cohort: { select: headSelect },
    },
  });
  return session && { ...session, startsLocal: localOf(session.startsLocal) };
}

/** The actor's holds that end soonest, by the index of holds: Prisma's own condition on the state would not find it. */
async function dueHolds(actor: Staff, until: Temporal.Instant): Promise<string[]> {
  const holds = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT e."id" FROM "Enrollment" e JOIN "Cohort" c ON c."id" = e."cohortId"
    WHERE e."state" = 'held' AND e."holdExpiresAt" <= ${dateOf(until)} AND ${isCohortOf(actor)}
    ORDER BY e."holdExpiresAt", e."id" LIMIT 10`);
  return holds.map(({ id }) => id);
}

/** What a member of staff needs today: the next sessions of their cohorts, and what waits for a person. */
export async function loadToday(actor: Staff, at = now()) {
  const due = await dueHolds(actor, at.add({ hours: 24 }));
  const [inDoubt, sessions, holds, moved] = await Promise.all([
    db.cohort.findMany({
      where: {
        state: { in: ["open", "closed"] },
        runsAt: null,
        smallest: { gt: 1 },
        AND: [
          cohortsOf(actor),
          { sessions: { some: { startsAt: { lte: dateOf(at.add({ hours: 14 * 24 })) } } } },
          { sessions: { none: { startsAt: { lte: dateOf(at) } } } },
        ],
      },
      take: 10,
      select: {
        ...headSelect,
        smallest: true,
        runsAt: true,
        sessions: { orderBy: { startsAt: "asc" }, take: 1, select: { startsLocal: true } },
        enrollments: { where: { state: "confirmed" }, select: { state: true, seats: true } },
      },
    }),
    db.session.findMany({
      where: {
        cohort: { state: { in: ["open", "closed"] }, ...cohortsOf(actor) },
        cancelledAt: null,
        // No session is longer than a day: so those of all the years before are not looked at.
        startsAt: { gt: dateOf(at.subtract({ hours: 36 })) },
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
      where: { id: { in: due } },
      orderBy: [{ holdExpiresAt: "asc" }, { id: "asc" }],
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
    inDoubt: inDoubt.map(({ sessions: [first], enrollments, ...cohort }) => ({
      id: cohort.id,
      title: cohort.title,
      startsLocal: first ? localOf(first.startsLocal) : null,
      tentative: tentativeOf(cohort, enrollments),
    })),
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
