import type { Staff } from "#lib/audit/actor.ts";
import { cohortsOf, isCohortOf } from "#lib/auth/policy.ts";
import { dateOf, instantOf, localOf } from "#lib/clock/convert.ts";
import { settings } from "#lib/config/settings.ts";
import { db } from "#lib/db/client.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import { clashesOfSessions } from "./clashes.ts";

/** So many sessions a clinic hardly has in a month. */
const most = 1_000;

/**
 * Every session of the actor's cohorts in a month of the clinic's zone, with what it clashes with. Who is in none of
 * them, and what is cancelled, isn't there.
 */
export async function loadMonth(actor: Staff, month: Temporal.PlainYearMonth) {
  const { CLINIC_ZONE } = settings();
  const startOf = (on: Temporal.PlainYearMonth) =>
    dateOf(on.toPlainDate({ day: 1 }).toZonedDateTime(CLINIC_ZONE).toInstant());
  const [from, to] = [startOf(month), startOf(month.add({ months: 1 }))];
  const [sessions, clashes] = await Promise.all([
    db.session.findMany({
      where: {
        startsAt: { gte: from, lt: to },
        cancelledAt: null,
        cohort: { state: { not: "cancelled" }, ...cohortsOf(actor) },
      },
      orderBy: [{ startsAt: "asc" }, { id: "asc" }],
      take: most,
      select: {
        id: true,
        title: true,
        startsAt: true,
        startsLocal: true,
        minutes: true,
        cohort: {
          select: {
            id: true,
            title: true,
            timeZone: true,
            format: true,
            place: true,
            facilitators: {
              orderBy: { user: { name: "asc" } },
              select: { user: { select: { id: true, name: true } } },
            },
          },
        },
      },
    }),
    clashesOfSessions(
      actor,
      Prisma.sql`m."startsAt" >= ${from} AND m."startsAt" < ${to}
        AND EXISTS (SELECT FROM "Cohort" c WHERE c."id" = m."cohortId" AND ${isCohortOf(actor)})`,
    ),
  ]);
  return sessions.map(({ startsAt, startsLocal, cohort, ...session }) => ({
    ...session,
    /** On the wall of the clinic. */
    clinicLocal: instantOf(startsAt).toZonedDateTimeISO(CLINIC_ZONE).toPlainDateTime(),
    startsLocal: localOf(startsLocal),
    cohort: {
      ...cohort,
      place: cohort.format === "online" ? "" : cohort.place.trim(),
      facilitators: cohort.facilitators.map(({ user }) => user),
    },
    clashes: clashes.get(session.id) ?? [],
  }));
}

export type CalendarSession = Awaited<ReturnType<typeof loadMonth>>[number];
