import { takingPart } from "#lib/attendance/enrolled.ts";
import type { Participant } from "#lib/audit/actor.ts";
import { membershipsOf } from "#lib/auth/policy.ts";
import { instantOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { appUrl } from "#lib/config/settings.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import { placeUrl } from "#lib/links/url.ts";
import { calendarOf } from "#lib/mail/calendar.ts";
import type { EnrollmentState, Prisma } from "../../prisma/generated/client.ts";
import { type FoundPlace, findPlace } from "./find-place.ts";
import { isVisible, visibleAt } from "./visible.ts";

export type MyPlace = NonNullable<Awaited<ReturnType<typeof loadMyPlace>>>;
export type MySession = MyPlace["sessions"][number];
export type MyMaterial = MySession["materials"][number];

/** Every place, taken or wished for, of the persons who read this address; the newest first. */
export async function loadMyPlaces(actor: Participant) {
  const members = await db.member.findMany({
    where: membershipsOf(actor),
    orderBy: { id: "desc" },
    take: 50,
    select: {
      id: true,
      person: { select: { name: true } },
      party: {
        select: {
          enrollments: { ...newestFirst, select: { state: true, cohort: { select: { title: true } } } },
        },
      },
    },
  });
  return members.flatMap(({ id, person, party }) => {
    const enrollment = current(party.enrollments);
    return enrollment
      ? [{ memberId: id, name: person.name, state: enrollment.state, title: enrollment.cohort.title }]
      : [];
  });
}

/** One member's place: what has become of it and, once they take part, their group's sessions with what can be seen of each. */
export async function loadMyPlace(actor: Participant, memberId: string, at = now()) {
  const found = isId(memberId) ? await findPlace(actor, memberId) : undefined;
  if (!found) return null;
  const { name, state, hasSeat, holdExpiresAt, linkVersion, cohort } = found;
  return {
    at,
    memberId,
    hasSeat,
    name,
    state,
    heldUntil: holdExpiresAt && instantOf(holdExpiresAt),
    statusUrl: placeUrl(memberId, linkVersion),
    cohort,
    sessions: sessionsAsSeen(found, at),
  };
}

/** One material with its words, when it can be seen now by somebody who takes part and reads this address. */
export async function loadMyMaterial(actor: Participant, materialId: string, at = now()) {
  if (!isId(materialId)) return null;
  const material = await db.material.findFirst({
    where: { id: materialId, session: { cohort: { enrollments: { some: seatsOf(actor) } } } },
    select: {
      ...materialShown,
      text: true,
      file: { select: { name: true, type: true, bytes: true } },
      session: {
        select: {
          title: true,
          endsAt: true,
          cohort: { select: { title: true, enrollments: membersIn(actor) } },
        },
      },
    },
  });
  if (!material || !isVisible(material, material.session, at)) return null;
  const { id, kind, title, text, file, session } = material;
  const [reader, ...others] = session.cohort.enrollments.flatMap(({ party }) => party.members);
  return {
    id,
    kind,
    title,
    text,
    file,
    sessionTitle: session.title,
    cohortTitle: session.cohort.title,
    /** Who reads: null where it may be either of those who share a mailbox. */
    reader: reader && others.length === 0 ? { memberId: reader.id, name: reader.person.name } : null,
  };
}

/** The calendar file of all sessions of a member's group, once they take part. */
export async function loadMyCalendar(
  actor: Participant,
  memberId: string,
  at = now(),
): Promise<string | null> {
  if (!isId(memberId)) return null;
  const cohort = await db.cohort.findFirst({
    where: {
      enrollments: {
        some: {
          ...takingPart.enrollment,
          party: { members: { some: { AND: [{ id: memberId }, membershipsOf(actor)] } } },
        },
      },
    },
    select: {
      place: true,
      joinUrl: true,
      sessions: {
        where: { cancelledAt: null },
        orderBy: { startsAt: "asc" },
        select: { id: true, startsAt: true, endsAt: true },
      },
    },
  });
  return cohort && calendarOf(cohort.sessions, { ...cohort, url: `${appUrl()}/my` }, at);
}

/** The enrolments with a seat for somebody who reads this address. */
export function seatsOf(actor: Participant): Prisma.EnrollmentWhereInput {
  return { ...takingPart.enrollment, party: { members: { some: membershipsOf(actor) } } };
}

function membersIn(actor: Participant) {
  const members = { where: membershipsOf(actor), select: { id: true, person: { select: { name: true } } } };
  return {
    where: seatsOf(actor),
    select: { party: { select: { members } } },
  } satisfies Prisma.Cohort$enrollmentsArgs;
}

function sessionsAsSeen({ sessions, sharesMailbox }: FoundPlace, at: Temporal.Instant) {
  let weeks = 0;
  return (sessions ?? []).map(
    ({ id, kind, title, startsLocal, startsAt, endsAt, cancelledAt, cancelReason, materials, mark }) => {
      const ends = { endsAt: new Date(endsAt) };
      if (kind === "weekly") weeks += 1;
      return {
        id,
        kind,
        /** The number of a weekly session among its kind; null for the others. */
        week: kind === "weekly" ? weeks : null,
        title,
        /** Why it does not take place; null when it does. */
        cancelled: cancelledAt ? cancelReason : null,
        startsLocal: Temporal.PlainDateTime.from(startsLocal),
        startsAt: Temporal.Instant.from(startsAt),
        endsAt: instantOf(ends.endsAt),
        // Who shares a mailbox shares a sign-in, and attendance is private between partners (design rule 4).
        wasAway: !sharesMailbox && (mark === "absent" || mark === "excused"),
        materials: (materials ?? []).flatMap(({ id, kind, title, ...rule }) => {
          const since = visibleAt(
            { ...rule, releaseAt: rule.releaseAt ? new Date(rule.releaseAt) : null },
            ends,
          );
          return since && Temporal.Instant.compare(since, at) <= 0 ? [{ id, kind, title, since }] : [];
        }),
      };
    },
  );
}

/** The enrolment that a party's page is about: the one with a seat, or else the newest. */
function current<E extends { state: EnrollmentState }>(newestFirst: E[]): E | undefined {
  return newestFirst.find(hasSeat) ?? newestFirst[0];
}

function hasSeat({ state }: { state: EnrollmentState }): boolean {
  return takingPart.enrollment.state.in.some((one) => one === state);
}

const newestFirst = { orderBy: { joinedAt: "desc" }, take: 20 } satisfies Prisma.Party$enrollmentsArgs;

const materialShown = {
  id: true,
  kind: true,
  title: true,
  release: true,
  offsetMinutes: true,
  releaseAt: true,
} satisfies Prisma.MaterialSelect;
