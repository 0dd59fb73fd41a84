import type { Staff } from "#lib/audit/actor.ts";
import { cohortsOf, mayAdminister } from "#lib/auth/policy.ts";
import { instantOf, localOf } from "#lib/clock/convert.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import { rhythmOf } from "./plan.ts";

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
