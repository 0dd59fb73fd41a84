import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { cohortsOf } from "#lib/auth/policy.ts";
import { instantOf, localOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import { renderMessage } from "#lib/mail/render.ts";
import { lettersWait } from "#lib/mail/withdraw-letters.ts";
import { type AnnouncementTo, type MessageState, Prisma } from "../../prisma/generated/client.ts";
import { beginnings, isBeginning } from "./beginnings.ts";
import { commonFields } from "./fields.ts";
import { letterTo } from "./letter.ts";
import { type Reader, readersOf } from "./readers.ts";

const perPage = 10;

/** How far the letters of an announcement have come. */
export type Progress = { all: number; sent: number; waiting: number; failed: number; kept: number };

/** What the form begins with. */
export type Begun = {
  announcementId?: string;
  to: AnnouncementTo;
  sessionId: string;
  personId: string;
  subject: string;
  text: string;
};

type Asked = Partial<Record<"to" | "about" | "session" | "begin" | "change" | "again" | "page", string>>;

/**
 * What writing to a cohort needs: its people and sessions, what the form begins with (a ready beginning, an earlier
 * message to change or to use again, or what another page asked for), and what was written before.
 */
export async function loadWriting(actor: Staff, cohortId: string, asked: Asked, at = now()) {
  if (!isId(cohortId)) return null;
  const page = Math.max(1, Math.floor(Number(asked.page)) || 1);
  const cohort = await db.cohort.findFirst({
    where: { id: cohortId, ...cohortsOf(actor) },
    select: {
      id: true,
      title: true,
      state: true,
      timeZone: true,
      sessions: {
        where: { cancelledAt: null },
        orderBy: { startsAt: "asc" },
        select: { id: true, title: true, startsLocal: true, endsAt: true },
      },
    },
  });
  if (!cohort) return null;
  const before = [asked.change, asked.again].find((id) => id && isId(id));
  const [people, written, earlier] = await Promise.all([
    readersOf(db, { cohortId, to: "everyone", sessionId: null, personId: null }),
    db.announcement.findMany({
      where: { cohortId },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * perPage,
      take: perPage + 1,
      select: { ...shown, byUser: { select: { name: true } } },
    }),
    before
      ? db.announcement.findFirst({
          where: { id: before, cohortId },
          select: { ...shown, subject: true, text: true, sessionId: true, personId: true },
        })
      : null,
  ]);
  await record(db, actor, "announcements.seen", cohortId);
  const progress = await progressOf(written.map(({ id }) => id));
  const sessions = cohort.sessions.map(({ startsLocal, endsAt, ...session }) => ({
    ...session,
    startsLocal: localOf(startsLocal),
    over: Temporal.Instant.compare(instantOf(endsAt), at) <= 0,
  }));
  const last = sessions.findLast(({ over }) => over);
  return {
    ...cohort,
    sessions,
    people: people.map(({ personId, name }) => ({ id: personId, name })),
    begun: begun(asked, earlier, { last: last?.id, people, sessions: sessions.map(({ id }) => id) }),
    page,
    hasNext: written.length > perPage,
    written: written.slice(0, perPage).map(({ byUser, sendAt, sentAt, ...one }) => ({
      ...one,
      by: byUser.name,
      sendAt: sendAt && instantOf(sendAt),
      sentAt: sentAt && instantOf(sentAt),
      progress: progress.get(one.id) ?? none,
    })),
  };
}

const shown = {
  id: true,
  state: true,
  to: true,
  subject: true,
  sendAt: true,
  sentAt: true,
  session: { select: { title: true } },
  person: { select: { name: true } },
} satisfies Prisma.AnnouncementSelect;

function begun(
  asked: Asked,
  earlier: {
    id: string;
    state: string;
    to: AnnouncementTo;
    sessionId: string | null;
    personId: string | null;
    subject: string;
    text: string;
  } | null,
  there: { last?: string; people: Reader[]; sessions: string[] },
): Begun {
  if (earlier) {
    const { id, state, to, sessionId, personId, subject, text } = earlier;
    const change = asked.change === id && state !== "sent";
    return {
      ...(change && { announcementId: id }),
      ...{ to, sessionId: sessionId ?? there.last ?? "", personId: personId ?? "", subject, text },
    };
  }
  const personId = there.people.find(({ personId }) => personId === asked.to)?.personId ?? "";
  const sessionId = there.sessions.find((id) => id === asked.session) ?? there.last ?? "";
  const beginning = isBeginning(asked.about) ? asked.about : isBeginning(asked.begin) ? asked.begin : null;
  const { to, subject, text } = beginning
    ? beginnings[beginning]
    : { to: "everyone" as const, subject: "", text: "" };
  return { to: personId ? "person" : to, sessionId, personId, subject, text };
}

/** One announcement: who gets it, as whom it is looked at, and how far each letter has come. */
export async function loadAnnouncement(
  actor: Staff,
  { cohortId, announcementId, as }: { cohortId: string; announcementId: string; as?: string },
  at = now(),
) {
  if (!isId(cohortId) || !isId(announcementId)) return null;
  const found = await db.announcement.findFirst({
    where: { id: announcementId, cohortId, cohort: cohortsOf(actor) },
    select: {
      ...shown,
      cohortId: true,
      sessionId: true,
      personId: true,
      text: true,
      byUser: { select: { name: true } },
      cohort: { select: { id: true, title: true, state: true, timeZone: true } },
      letters: {
        take: 200,
        select: {
          personId: true,
          message: {
            select: {
              id: true,
              state: true,
              attempts: true,
              error: true,
              address: true,
              name: true,
              props: true,
            },
          },
        },
      },
    },
  });
  if (!found) return null;
  await record(db, actor, "announcement.seen", announcementId);
  const { letters, cohort, byUser, sendAt, sentAt, ...announcement } = found;
  const readers = sentAt ? [] : await readersOf(db, announcement);
  const common = await commonFields(
    db,
    { ...announcement, from: byUser.name },
    sentAt ? instantOf(sentAt) : sendAt ? instantOf(sendAt) : at,
  );
  const people = sentAt
    ? letters.map(({ personId, message }) => ({
        personId,
        name: message.name,
        email: message.address as string | null,
        suppressed: null as string | null,
        guarded: false,
        missing: [] as string[],
        letter: message as typeof message | null,
        props: message.props as object,
      }))
    : readers.map((reader) => {
        const { name, guarded, missing, ...words } = letterTo(reader, announcement, common);
        const { memberId, personId, email, suppressed } = reader;
        return {
          personId,
          name: guarded ? `${reader.name} (${name})` : reader.name,
          email,
          suppressed,
          guarded,
          missing,
          letter: null,
          props: { announcementId, cohortId, memberId, personId, ...words },
        };
      });
  const chosen = people.find(({ personId }) => personId === as) ?? people[0];
  return {
    ...announcement,
    cohort,
    by: byUser.name,
    sendAt: sendAt && instantOf(sendAt),
    sentAt: sentAt && instantOf(sentAt),
    progress: (await progressOf([announcementId])).get(announcementId) ?? none,
    /** Whether it was sent so lately that it can be taken back. */
    canTakeBack: sentAt
      ? await lettersWait(db, { announcementId }, instantOf(sentAt))
      : announcement.state === "scheduled",
    people: people.map(({ props: _, letter, ...person }) => ({
      ...person,
      letter: letter && {
        id: letter.id,
        state: letter.state as MessageState,
        attempts: letter.attempts,
        error: letter.error,
      },
    })),
    preview: chosen && {
      personId: chosen.personId,
      guarded: chosen.guarded,
      missing: chosen.missing,
      letter: await renderMessage(
        { template: "announcement", name: chosen.name, props: chosen.props },
        { redact: true },
      ),
    },
  };
}

const none: Progress = { all: 0, sent: 0, waiting: 0, failed: 0, kept: 0 };

/** How far the letters of each of these announcements have come. */
async function progressOf(ids: string[]): Promise<Map<string, Progress>> {
  if (ids.length === 0) return new Map();
  const counts = await db.$queryRaw<({ id: string } & Progress)[]>(Prisma.sql`
    SELECT l."announcementId" AS id, count(*)::int AS "all",
      (count(*) FILTER (WHERE m."state" = 'sent'))::int AS "sent",
      (count(*) FILTER (WHERE m."state" IN ('queued', 'sending')))::int AS "waiting",
      (count(*) FILTER (WHERE m."state" IN ('failed', 'bounced', 'suppressed')))::int AS "failed",
      (count(*) FILTER (WHERE m."state" = 'kept'))::int AS "kept"
    FROM "AnnouncementLetter" l JOIN "Message" m ON m."id" = l."messageId"
    WHERE l."announcementId" = ANY(${ids}::uuid[]) GROUP BY l."announcementId"`);
  return new Map(counts.map(({ id, ...progress }) => [id, progress]));
}
