import { takingPart } from "#lib/attendance/enrolled.ts";
import type { Participant } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { instantOf, localOf } from "#lib/clock/convert.ts";
import { dateWords } from "#lib/clock/words.ts";
import { settings } from "#lib/config/settings.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import { ownPerson } from "#lib/people/own-person.ts";
import type { Prisma } from "../../prisma/generated/client.ts";
import { unseal } from "./seal.ts";

const perPage = 20;

/** What somebody wrote for themselves, the newest first, twenty a page; and the sessions that a new one may be about. */
export async function loadReflections(actor: Participant, memberId: string, page = 1) {
  const own = await ownPerson(db, actor, memberId);
  if (!own.ok) return own;
  const { personId, name, hasLeft } = own.value;
  const [reflections, sessions] = await Promise.all([
    db.reflection.findMany({
      where: { personId },
      orderBy: [{ writtenAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * perPage,
      take: perPage + 1,
      select,
    }),
    db.session.findMany({
      where: {
        cancelledAt: null,
        cohort: {
          enrollments: {
            some: {
              ...takingPart.enrollment,
              party: { members: { some: { id: memberId, state: "confirmed" } } },
            },
          },
        },
      },
      orderBy: { startsAt: "asc" },
      take: 60,
      select: { id: true, title: true, startsLocal: true },
    }),
  ]);
  return {
    ok: true as const,
    value: {
      name,
      hasLeft,
      hasNext: reflections.length > perPage,
      reflections: reflections.slice(0, perPage).map((each) => shown(each, personId)),
      sessions: sessions.map(({ startsLocal, ...session }) => ({
        ...session,
        startsLocal: localOf(startsLocal),
      })),
    },
  };
}

/** Places that somebody has left, where what they wrote or asked is still theirs to read. */
export async function loadLeftPlaces(actor: Participant) {
  const members = await db.member.findMany({
    where: {
      state: "left",
      person: {
        email: actor.email,
        erasedAt: null,
        OR: [{ reflections: { some: {} } }, { questions: { some: {} } }],
      },
    },
    orderBy: { id: "desc" },
    take: 20,
    select: {
      id: true,
      person: { select: { name: true, _count: { select: { reflections: true, questions: true } } } },
    },
  });
  return members.map(({ id, person: { name, _count } }) => ({ memberId: id, name, ..._count }));
}

/** One of them. */
export async function loadReflection(actor: Participant, memberId: string, reflectionId: string) {
  const own = await ownPerson(db, actor, memberId);
  if (!own.ok || !isId(reflectionId)) return null;
  const { personId, name } = own.value;
  const found = await db.reflection.findFirst({ where: { id: reflectionId, personId }, select });
  return found && { name, ...shown(found, personId) };
}

/** All of them in one text, the oldest first, to take along. */
export async function exportReflections(actor: Participant, memberId: string): Promise<string | null> {
  const own = await ownPerson(db, actor, memberId);
  if (!own.ok) return null;
  const { personId } = own.value;
  const all = await db.reflection.findMany({
    where: { personId },
    orderBy: [{ writtenAt: "asc" }, { id: "asc" }],
    take: 10_000,
    select,
  });
  await record(db, actor, "reflections.exported", personId);
  return all
    .map((each) => shown(each, personId))
    .map(
      ({ writtenOn, about, text }) =>
        `${[dateWords(writtenOn), about].filter(Boolean).join(", ")}\n\n${text ?? lost}\n`,
    )
    .join("\n\n");
}

const lost = "(This one can't be opened any more.)";

const select = {
  id: true,
  sealed: true,
  writtenAt: true,
  session: { select: { title: true } },
  material: { select: { title: true } },
} satisfies Prisma.ReflectionSelect;

function shown(found: Prisma.ReflectionGetPayload<{ select: typeof select }>, personId: string) {
  const { id, sealed, writtenAt, session, material } = found;
  return {
    id,
    /** Null when it can't be opened: the secret of this clinic is another one than when it was written. */
    text: unseal(sealed, { id, personId }),
    about: material?.title ?? session?.title ?? null,
    writtenOn: instantOf(writtenAt).toZonedDateTimeISO(settings().CLINIC_ZONE).toPlainDate(),
  };
}
