import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { cohortsOf } from "#lib/auth/policy.ts";
import { instantOf, localOf } from "#lib/clock/convert.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import { takingPart } from "./enrolled.ts";
import { newestMarks } from "./newest.ts";

/** A session's attendance: everyone enrolled, parties together and in order, with the mark that counts. */
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
      cohort: { select: { title: true, timeZone: true, _count: { select: { sessions: true } } } },
    },
  });
  if (!session) return null;
  await record(db, actor, "attendance.seen", session.id);
  const { cohort, startsLocal, startsAt, endsAt, ...rest } = session;
  const [enrollments, before, marks] = await Promise.all([
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
      where: { cohortId: session.cohortId, position: { lt: session.position } },
      orderBy: { position: "desc" },
      select: { id: true },
    }),
    newestMarks(db, session.id),
  ]);
  const lastTime = before ? await newestMarks(db, before.id) : new Map();
  return {
    ...rest,
    cohortTitle: cohort.title,
    timeZone: cohort.timeZone,
    sessions: cohort._count.sessions,
    startsLocal: localOf(startsLocal),
    startsAt: instantOf(startsAt),
    endsAt: instantOf(endsAt),
    parties: enrollments.map(({ party }) =>
      party.members.map(({ person }) => {
        const newest = marks.get(person.id);
        return {
          ...person,
          status: newest?.status ?? null,
          note: newest?.note ?? "",
          /** Set when the mark is a colleague's. */
          markedBy: newest && newest.byUserId !== actor.userId ? newest.byName : null,
          missedLastTime: lastTime.get(person.id)?.status === "absent",
        };
      }),
    ),
  };
}
