import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { cohortsOf, isCohortOf } from "#lib/auth/policy.ts";
import { dateOf, instantOf, localOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { partySelect, partyShown } from "#lib/people/party-shown.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import { headSelect } from "./head.ts";
import { tentativeOf } from "./tentative.ts";

/** What a member of staff needs today: the next sessions of their cohorts, and what waits for a person. */
export async function loadToday(actor: Staff, at = now()) {
  const due = await dueHolds(actor, at.add({ hours: 24 }));
  const [asked, inDoubt, sessions, holds, moved] = await Promise.all([
    db.cohort.findMany({
      where: {
        AND: [
          cohortsOf(actor),
          {
            OR: [
              { questions: { some: { answeredAt: null } } },
              { enrollments: { some: { state: "applied" } } },
            ],
          },
        ],
      },
      orderBy: [{ title: "asc" }, { id: "asc" }],
      take: 10,
      select: {
        id: true,
        title: true,
        _count: {
          select: {
            questions: { where: { answeredAt: null } },
            enrollments: { where: { state: "applied" } },
          },
        },
      },
    }),
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
    asked: asked.map(({ _count, ...cohort }) => ({
      ...cohort,
      questions: _count.questions,
      applicants: _count.enrollments,
    })),
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

/** The actor's holds that end soonest, by the index of holds: Prisma's own condition on the state would not find it. */
async function dueHolds(actor: Staff, until: Temporal.Instant): Promise<string[]> {
  const holds = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT e."id" FROM "Enrollment" e JOIN "Cohort" c ON c."id" = e."cohortId"
    WHERE e."state" = 'held' AND e."holdExpiresAt" <= ${dateOf(until)} AND ${isCohortOf(actor)}
    ORDER BY e."holdExpiresAt", e."id" LIMIT 10`);
  return holds.map(({ id }) => id);
}
