import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { cohortsOf } from "#lib/auth/policy.ts";
import { instantOf, localOf } from "#lib/clock/convert.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import type { Prisma } from "../../prisma/generated/client.ts";
import { takingPart } from "./enrolled.ts";
import { freeChairs } from "./make-up-queries.ts";
import type { Tap } from "./resolve.ts";

/** A mark with who made it, as it travels to the browser. Without a name it is the person's own word. */
export type KnownTap = Tap & { personId: string; byId: string; byName: string | null };

/** A session's attendance: everyone enrolled, parties together and in order, its guests, and all marks. */
export async function loadAttendance(actor: Staff, sessionId: string) {
  if (!isId(sessionId)) return null;
  const session = await db.session.findFirst({
    where: { id: sessionId, cohort: cohortsOf(actor) },
    select: {
      id: true,
      cohortId: true,
      title: true,
      position: true,
      startsLocal: true,
      startsAt: true,
      endsAt: true,
      cohort: {
        select: { title: true, timeZone: true, format: true, _count: { select: { sessions: true } } },
      },
      guests: {
        where: { state: "agreed" },
        orderBy: { askedAt: "asc" },
        select: {
          person: { select: { id: true, name: true } },
          homeSession: { select: { cohort: { select: { title: true } } } },
        },
      },
      marks: marksArgs,
    },
  });
  if (!session) return null;
  await record(db, actor, "attendance.seen", session.id);
  const { cohort, guests, marks, startsLocal, startsAt, endsAt, ...rest } = session;
  const [enrollments, before, chairs] = await Promise.all([
    db.enrollment.findMany({
      where: { cohortId: session.cohortId, ...takingPart.enrollment },
      orderBy: [{ joinedAt: "asc" }, { id: "asc" }],
      select: {
        party: {
          select: {
            members: {
              where: takingPart.member,
              orderBy: { position: "asc" },
              select: { person: { select: { id: true, name: true } } },
            },
          },
        },
      },
    }),
    db.session.findFirst({
      where: { cohortId: session.cohortId, position: { lt: session.position }, cancelledAt: null },
      orderBy: { position: "desc" },
      select: { attendance: { where: { status: "absent" }, select: { personId: true } } },
    }),
    freeChairs([session.id]),
  ]);
  const missed = new Set(before?.attendance.map(({ personId }) => personId));
  return {
    ...rest,
    cohortTitle: cohort.title,
    timeZone: cohort.timeZone,
    format: cohort.format,
    sessions: cohort._count.sessions,
    /** So many more are expected than there are chairs, when guests come. */
    chairsShort: guests.length > 0 ? Math.max(0, -(chairs.get(session.id) ?? 0)) : 0,
    startsLocal: localOf(startsLocal),
    startsAt: instantOf(startsAt),
    endsAt: instantOf(endsAt),
    parties: [
      ...enrollments.map(({ party }) =>
        party.members.map(({ person }) => ({
          ...person,
          /** The cohort that a guest comes from. */
          guestOf: null as string | null,
          missedLastTime: missed.has(person.id),
        })),
      ),
      ...guests.map(({ person, homeSession }) => [
        { ...person, guestOf: homeSession.cohort.title, missedLastTime: false },
      ]),
    ],
    taps: known(marks),
  };
}

/** All marks of a session alone, for a page that is open already. */
export async function loadTaps(actor: Staff, sessionId: string): Promise<KnownTap[] | null> {
  if (!isId(sessionId)) return null;
  const session = await db.session.findFirst({
    where: { id: sessionId, cohort: cohortsOf(actor) },
    select: { marks: marksArgs },
  });
  if (!session) return null;
  await record(db, actor, "attendance.seen", sessionId);
  return known(session.marks);
}

// More than any evening has, however often people change their minds.
const mostMarks = 5000;

const marksArgs = {
  orderBy: { id: "desc" },
  take: mostMarks,
  select: {
    tapId: true,
    personId: true,
    kind: true,
    status: true,
    madeUpBy: true,
    madeUpInId: true,
    online: true,
    note: true,
    at: true,
    byUser: { select: { id: true, name: true, role: true } },
  },
} satisfies Prisma.Session$marksArgs;

type Mark = Prisma.AttendanceMarkGetPayload<typeof marksArgs>;

function known(marks: Mark[]): KnownTap[] {
  return marks.map(({ tapId, at, byUser, ...mark }) => ({
    ...mark,
    id: tapId,
    at: at.getTime(),
    byId: byUser.id,
    byName: byUser.role && byUser.name,
  }));
}
