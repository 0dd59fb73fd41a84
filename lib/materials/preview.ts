import { takingPart } from "#lib/attendance/enrolled.ts";
import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { cohortsOf } from "#lib/auth/policy.ts";
import { localOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import { missedFor } from "./find-releases.ts";
import { visibleAt } from "./visible.ts";

type Preview = {
  /** Whose eyes; without one, somebody's who was at every session. */
  personId?: string | undefined;
  /** When, on the wall of the cohort's zone; without it, now. */
  on?: Temporal.PlainDateTime | undefined;
};

/** What somebody of one of the actor's cohorts sees of its materials at a time, seen from the staff's seat. */
export async function loadPreview(
  actor: Staff,
  cohortId: string,
  { personId, on }: Preview,
  present = now(),
) {
  if (!isId(cohortId)) return null;
  const cohort = await db.cohort.findFirst({
    where: { id: cohortId, ...cohortsOf(actor) },
    select: {
      id: true,
      title: true,
      timeZone: true,
      enrollments: {
        where: takingPart.enrollment,
        orderBy: [{ joinedAt: "asc" }, { id: "asc" }],
        take: 200,
        select: {
          party: {
            select: {
              members: {
                where: takingPart.member,
                orderBy: { position: "asc" },
                select: { person: { select: { id: true, name: true, email: true } } },
              },
            },
          },
        },
      },
      sessions: {
        orderBy: [{ startsAt: "asc" }, { position: "asc" }],
        select: {
          id: true,
          title: true,
          startsLocal: true,
          startsAt: true,
          endsAt: true,
          releases: {
            orderBy: { id: "asc" },
            include: { material: { select: { id: true, kind: true, title: true } } },
          },
        },
      },
    },
  });
  if (!cohort) return null;
  const at = on ? on.toZonedDateTime(cohort.timeZone).toInstant() : present;
  const people = cohort.enrollments.flatMap(({ party }) => party.members.map(({ person }) => person));
  const person = people.find(({ id }) => id === personId);
  const marks = person ? await marksOf(person.id, cohortId) : new Map();
  const shares = person?.email ? await isShared(person.email, person.name) : false;
  // Whose attendance decides is somebody's own affair: that it was looked at is known.
  if (person) await record(db, actor, "materials.previewed", person.id, { cohortId });
  return {
    id: cohort.id,
    title: cohort.title,
    timeZone: cohort.timeZone,
    at,
    person: person ? { id: person.id, name: person.name } : null,
    people: people.map(({ id, name }) => ({ id, name })),
    sessions: cohort.sessions.flatMap(({ releases, startsLocal, ...session }) => {
      const missed = missedFor(marks.get(session.id) ?? null, shares);
      const materials = releases.flatMap(({ material, ...release }) => {
        const since = visibleAt(release, session, missed);
        return since && Temporal.Instant.compare(since, at) <= 0 ? [{ ...material, since }] : [];
      });
      return materials.length > 0
        ? [{ id: session.id, title: session.title, startsLocal: localOf(startsLocal), materials }]
        : [];
    }),
  };
}

async function marksOf(personId: string, cohortId: string) {
  const marks = await db.attendance.findMany({
    where: { personId, session: { cohortId } },
    select: { sessionId: true, status: true },
  });
  return new Map(marks.map(({ sessionId, status }) => [sessionId, status]));
}

async function isShared(email: string, name: string): Promise<boolean> {
  return (await db.person.count({ where: { email, name: { not: name } } })) > 0;
}
