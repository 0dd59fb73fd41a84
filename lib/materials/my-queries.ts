import { type Completion, completionOf } from "#lib/attendance/completion.ts";
import { takingPart } from "#lib/attendance/enrolled.ts";
import { loadGuestEvenings } from "#lib/attendance/make-up-queries.ts";
import { wayIn } from "#lib/attendance/way-in.ts";
import type { Participant } from "#lib/audit/actor.ts";
import { membershipsOf } from "#lib/auth/policy.ts";
import { instantOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { appUrl } from "#lib/config/settings.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import { fileLink } from "#lib/links/file-link.ts";
import { placeUrl } from "#lib/links/url.ts";
import { calendarOf } from "#lib/mail/calendar.ts";
import type { EnrollmentState, Prisma } from "../../prisma/generated/client.ts";
import { type FoundPlace, findPlace } from "./find-place.ts";
import { findReleases, missedFor } from "./find-releases.ts";
import { ruleOf } from "./rule-in-json.ts";
import { visibleAt } from "./visible.ts";

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
  const { name, state, hasSeat, holdExpiresAt, linkVersion, sharesMailbox } = found;
  const { joinUrl: _, completeFrom: __, ...cohort } = found.cohort;
  return {
    at,
    memberId,
    hasSeat,
    name,
    state,
    heldUntil: holdExpiresAt && instantOf(holdExpiresAt),
    statusUrl: placeUrl(memberId, linkVersion),
    sharesMailbox,
    /** Where they stand by the cohort's rule, from the end of its first session that counts; where nobody else reads it. */
    completion: sharesMailbox ? null : standing(found, at),
    cohort,
    sessions: sessionsAsSeen(found, at),
    /** Where they are expected in another group; attendance is private where a mailbox is shared. */
    guestEvenings: hasSeat && !sharesMailbox ? await loadGuestEvenings(actor, memberId, at) : [],
  };
}

function standing({ sessions, cohort }: FoundPlace, at: Temporal.Instant): Completion | null {
  const meetings = (sessions ?? []).map(({ kind, cancelledAt, mark, endsAt }) => ({
    kind,
    cancelled: cancelledAt !== null,
    over: at.epochMilliseconds >= Date.parse(endsAt),
    status: mark,
  }));
  const begun = meetings.some(({ kind, cancelled, over }) => kind !== "orientation" && !cancelled && over);
  return begun ? completionOf(meetings, cohort.completeFrom) : null;
}

/** One material with what is in it, when it can be seen now by somebody who takes part and reads this address. */
export async function loadMyMaterial(actor: Participant, materialId: string, at = now()) {
  if (!isId(materialId)) return null;
  const seenBy = await findReleases(actor, [materialId], at);
  const [first] = seenBy;
  if (!first) return null;
  const { versions, ...material } = await db.material.findUniqueOrThrow({
    where: { id: materialId },
    select: {
      id: true,
      kind: true,
      title: true,
      language: true,
      minutes: true,
      transcript: true,
      licence: true,
      versions: {
        orderBy: { number: "desc" },
        take: 1,
        select: {
          number: true,
          text: true,
          url: true,
          file: { select: { name: true, type: true, bytes: true, sha256: true } },
        },
      },
    },
  });
  const [version] = versions;
  const alone = seenBy.every(({ memberId }) => memberId === first.memberId);
  return {
    ...material,
    version: version?.number ?? 0,
    text: version?.text ?? "",
    url: version?.url ?? null,
    /** `link.url` gives its bytes until `link.until`; the page gives a new one. */
    file: version?.file ? { ...version.file, link: fileLink(materialId, first.memberId, at) } : null,
    sessionTitle: first.sessionTitle,
    cohortTitle: first.cohortTitle,
    /** Who reads: null where it may be either of those who share a mailbox. */
    reader: alone ? { memberId: first.memberId, name: first.name } : null,
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
        select: { id: true, sequence: true, startsAt: true, endsAt: true },
      },
    },
  });
  return cohort && calendarOf(cohort.sessions, { ...cohort, url: `${appUrl()}/my` }, at);
}

function sessionsAsSeen({ sessions, sharesMailbox, cohort }: FoundPlace, at: Temporal.Instant) {
  let weeks = 0;
  return (sessions ?? []).map(
    ({
      id,
      kind,
      title,
      startsLocal,
      cancelledAt,
      cancelReason,
      bring,
      practice,
      materials,
      mark,
      ...session
    }) => {
      const times = { startsAt: new Date(session.startsAt), endsAt: new Date(session.endsAt) };
      const startsAt = instantOf(times.startsAt);
      const endsAt = instantOf(times.endsAt);
      const missed = missedFor(mark, sharesMailbox);
      const ahead = Temporal.Instant.compare(at, startsAt) < 0;
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
        startsAt,
        endsAt,
        /** What to have at hand, and what to practice after it, until the next one. */
        bring,
        practice,
        /** The way into it, where it is online; its address is given from shortly before until the end. */
        join: cohort.joinUrl ? wayIn(cohort.joinUrl, { startsAt, endsAt }, at) : null,
        wasAway: missed && !ahead,
        /** Whether they said that they can't come to it. */
        saidAway: ahead && !sharesMailbox && mark === "excused",
        materials: (materials ?? []).flatMap(({ rule, ...material }) => {
          const since = visibleAt(ruleOf(rule), times, missed);
          return since && Temporal.Instant.compare(since, at) <= 0 ? [{ ...material, since }] : [];
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
