import type { MemberActor } from "#lib/audit/actor.ts";
import { dateOf, instantOf, localOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import type { OwnedInquiry } from "#lib/inquiries/behind.ts";
import { placeUrl } from "#lib/links/url.ts";
import { isLive } from "#lib/seats/lock.ts";
import { loadChance } from "#lib/waitlist/chance.ts";
import { longerEnd } from "#lib/waitlist/longer-end.ts";
import type { DecisionKind, EnrollmentState, MemberState, Prisma } from "../../prisma/generated/client.ts";
import { suits } from "./suits.ts";

const cohortShown = {
  id: true,
  title: true,
  state: true,
  timeZone: true,
  format: true,
  place: true,
  smallest: true,
  runsAt: true,
  opensAt: true,
  closesAt: true,
  audience: true,
  largestParty: true,
  declineKeeps: true,
  cutoffHours: true,
  sessions: {
    orderBy: { startsAt: "asc" },
    select: { position: true, kind: true, title: true, minutes: true, startsLocal: true, startsAt: true },
  },
} satisfies Prisma.CohortSelect;

/**
 * Everything that a member's own link shows: of partners their first name, whether they have said yes and
 * whether they come anyway, nothing else (design rule 4). Each place that the party has or waits for, in its
 * own order; when it has none any more, the latest. Whoever has gone sees themself alone, and nothing that came after
 * (design rule 12). The number of queries does not grow with the party or the line.
 */
export async function loadPlaces(actor: MemberActor, at = now()) {
  const all = await db.enrollment.findMany({
    where: { party: { members: { some: { id: actor.memberId } } } },
    orderBy: [{ joinedAt: "desc" }, { id: "desc" }],
    take: 10,
    select: {
      id: true,
      state: true,
      seats: true,
      fewest: true,
      forFewer: true,
      preference: true,
      pausedAt: true,
      holdExpiresAt: true,
      extendedAt: true,
      offeredAt: true,
      joinedAt: true,
      cohort: { select: cohortShown },
      acceptances: { select: { memberId: true } },
      decisions: {
        orderBy: [{ at: "desc" }, { id: "desc" }],
        take: 10,
        select: { kind: true, reason: true, at: true },
      },
      party: {
        select: {
          members: {
            orderBy: { position: "asc" },
            select: {
              id: true,
              position: true,
              state: true,
              comesAnyway: true,
              answeredAt: true,
              person: { select: { name: true } },
            },
          },
        },
      },
    },
  });
  const live = all.filter(({ state }) => isLive(state)).sort(byOwnOrder);
  const shown = live.length > 0 ? live : all.slice(0, 1);
  const left = whenGone(actor, shown[0]);
  if (!left) return Promise.all(shown.map((enrollment) => placeShown(actor, enrollment, at)));
  const places = shown.slice(0, 1).map((enrollment) => placeShown(actor, enrollment, at));
  return (await Promise.all(places)).map((place) => ({
    ...place,
    state: "withdrawn" as EnrollmentState,
    members: place.members.filter(({ me }) => me),
    decisions: place.decisions.filter((one) => Temporal.Instant.compare(one.at, left) <= 0),
  }));
}

/** The place that a member's link is about: the one asked for, or the first of the party's own order. */
export async function loadPlace(actor: MemberActor, at = now(), enrollmentId?: string) {
  const places = await loadPlaces(actor, at);
  return places.find((place) => place.enrollmentId === enrollmentId) ?? places[0] ?? null;
}

export type Place = NonNullable<Awaited<ReturnType<typeof loadPlace>>>;

/** When the member who asks left the party, or said no; null while they belong to it. */
function whenGone(actor: MemberActor, enrollment: Selected | undefined): Temporal.Instant | null {
  const me = enrollment?.party.members.find(({ id }) => id === actor.memberId);
  const gone = me?.state === "declined" || me?.state === "left";
  return gone && me.answeredAt ? instantOf(me.answeredAt) : null;
}

type Ordered = { state: EnrollmentState; preference: number };

/** What it is asked about now comes first, then its own order. */
function byOwnOrder(one: Ordered, other: Ordered): number {
  return Number(other.state === "held") - Number(one.state === "held") || one.preference - other.preference;
}

type Selected = {
  id: string;
  state: EnrollmentState;
  seats: number;
  fewest: number | null;
  forFewer: boolean;
  preference: number;
  pausedAt: Date | null;
  holdExpiresAt: Date | null;
  extendedAt: Date | null;
  offeredAt: Date | null;
  joinedAt: Date;
  cohort: Prisma.CohortGetPayload<{ select: typeof cohortShown }>;
  acceptances: { memberId: string }[];
  decisions: { kind: DecisionKind; reason: string; at: Date }[];
  party: {
    members: {
      id: string;
      position: number;
      state: MemberState;
      comesAnyway: boolean;
      answeredAt: Date | null;
      person: { name: string };
    }[];
  };
};

async function placeShown(actor: MemberActor, enrollment: Selected, at: Temporal.Instant) {
  const { cohort, holdExpiresAt, acceptances, decisions, party, forFewer, ...rest } = enrollment;
  const members = party.members.map(({ id, position, state, comesAnyway, answeredAt, person }) => ({
    me: id === actor.memberId,
    position,
    firstName: firstName(person.name),
    gone: state === "declined" || state === "left",
    /** Whether they never answered, and were forgotten when the time ran out. */
    ranOut:
      state === "declined" &&
      decisions.some(({ kind, at }) => kind === "lapsed" && at.getTime() === answeredAt?.getTime()),
    comesAnyway,
    saidYes:
      rest.state === "waitlisted" || (forFewer && !comesAnyway)
        ? state === "confirmed"
        : acceptances.some(({ memberId }) => memberId === id),
    everSaidYes: state === "confirmed",
  }));
  const ahead = rest.state === "waitlisted" ? await aheadOf(cohort.id, rest) : null;
  const later = holdExpiresAt && !rest.extendedAt ? longerEnd(instantOf(holdExpiresAt), cohort) : null;
  return {
    enrollmentId: rest.id,
    state: stateAt(rest.state, holdExpiresAt, at),
    seats: rest.seats,
    fewest: rest.fewest,
    forFewer,
    paused: rest.pausedAt !== null,
    offered: rest.offeredAt !== null,
    keptUntil: holdExpiresAt && instantOf(holdExpiresAt),
    /** Until when a party that asks for more time could answer; null when there is no more. */
    couldBeKeptUntil: later,
    cohort: {
      ...cohort,
      sessions: cohort.sessions.map((one) => ({ ...one, startsLocal: localOf(one.startsLocal) })),
    },
    joinable: isJoinable(cohort, dateOf(at)),
    members,
    ahead,
    chance: ahead && (await loadChance(rest.seats, ahead.people, at)),
    decisions: decisions.map(({ reason, at }) => ({ reason, at: instantOf(at) })),
  };
}

/** Other open cohorts that a member's party could ask for a place in too. */
export async function loadOtherCohorts(actor: MemberActor, at = now()) {
  const places = await loadPlaces(actor, at);
  const [first] = places;
  if (!first || !places.every(({ state }) => isLive(state))) return [];
  const members = first.members.filter(({ gone }) => !gone).length;
  const cohorts = await db.cohort.findMany({
    where: { id: { notIn: places.map(({ cohort }) => cohort.id) }, ...suits(members, at) },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: 20,
    select: { ...cohortShown, capacity: true, seatsTaken: true, partiesWaiting: true },
  });
  return cohorts.map(({ capacity, seatsTaken, ...cohort }) => ({
    ...cohort,
    free: capacity - seatsTaken,
    sessions: cohort.sessions.map((one) => ({ ...one, startsLocal: localOf(one.startsLocal) })),
  }));
}

/** The enrolment that a member's link is about: the asked one if it is their party's, the first that is alive, or else the latest. */
export async function enrollmentBehind(actor: MemberActor, asked?: string): Promise<string | null> {
  const enrollments = await db.enrollment.findMany({
    where: { party: { members: { some: { id: actor.memberId } } } },
    orderBy: [{ joinedAt: "desc" }, { id: "desc" }],
    take: 10,
    select: { id: true, state: true, preference: true },
  });
  const named = enrollments.find(({ id }) => id === asked);
  const [first] = enrollments.filter(({ state }) => isLive(state)).sort(byOwnOrder);
  return (named ?? first ?? enrollments[0])?.id ?? null;
}

/** The members at some places of the asker's party. */
export async function partnersAt(actor: MemberActor, positions: number[]): Promise<string[]> {
  const partners = await db.member.findMany({
    where: { position: { in: positions }, party: { members: { some: { id: actor.memberId } } } },
    select: { id: true },
  });
  return partners.map(({ id }) => id);
}

/** The address of somebody who adds a partner with whom they share a mailbox. */
export async function addressOf(actor: MemberActor): Promise<string | null> {
  const member = await db.member.findUnique({
    where: { id: actor.memberId },
    select: { person: { select: { email: true } } },
  });
  return member?.person.email ?? null;
}

/** The member at a place of the asker's party. */
export async function partnerAt(actor: MemberActor, position: number): Promise<string | null> {
  const partner = await db.member.findFirst({
    where: { position, party: { members: { some: { id: actor.memberId } } } },
    select: { id: true },
  });
  return partner?.id ?? null;
}

/** What whoever sent a form may see of its result: first names, and what is kept until when. Null for a form that enrolled nobody. */
export async function loadKept(formToken: string, at = now()) {
  if (!isId(formToken)) return null;
  const enrollment = await db.enrollment.findUnique({
    where: { formToken },
    select: {
      id: true,
      state: true,
      seats: true,
      holdExpiresAt: true,
      joinedAt: true,
      cohort: { select: { id: true, title: true, timeZone: true } },
      party: {
        select: { members: { orderBy: { position: "asc" }, select: { person: { select: { name: true } } } } },
      },
    },
  });
  if (!enrollment) return null;
  const { cohort, party, state, seats, holdExpiresAt } = enrollment;
  return {
    cohort,
    state: stateAt(state, holdExpiresAt, at),
    seats,
    keptUntil: holdExpiresAt && instantOf(holdExpiresAt),
    firstNames: party.members.map(({ person }) => firstName(person.name)).filter(Boolean),
    ahead: state === "waitlisted" ? await aheadOf(cohort.id, enrollment) : null,
  };
}

/**
 * The own link of whoever came by our answer to their e-mail and enrolled from that very mailbox: they have
 * shown that they read it. Null for everybody else; their link is in the mail.
 */
export async function ownLinkAfter(enrollmentId: string, inquiry: OwnedInquiry): Promise<string | null> {
  const member = await db.member.findFirst({
    where: {
      position: 1,
      person: { email: inquiry.address },
      party: { enrollments: { some: { id: enrollmentId } } },
    },
    select: { id: true, linkVersion: true },
  });
  return member && placeUrl(member.id, member.linkVersion);
}

/** Who stands before this place in line: parties, and the people in them. */
async function aheadOf(cohortId: string, { id, joinedAt }: { id: string; joinedAt: Date }) {
  const { _count, _sum } = await db.enrollment.aggregate({
    where: {
      cohortId,
      state: "waitlisted",
      OR: [{ joinedAt: { lt: joinedAt } }, { joinedAt, id: { lt: id } }],
    },
    _count: true,
    _sum: { seats: true },
  });
  return { parties: _count, people: _sum.seats ?? 0 };
}

/** A hold whose time is over has lapsed, also in the minute before the job that ends it. */
function stateAt(state: EnrollmentState, holdExpiresAt: Date | null, at: Temporal.Instant): EnrollmentState {
  return state === "held" && holdExpiresAt && holdExpiresAt <= dateOf(at) ? "expired" : state;
}

function isJoinable(
  cohort: { state: string; opensAt: Date | null; closesAt: Date | null; sessions: { startsAt: Date }[] },
  at: Date,
): boolean {
  const within = (cohort.opensAt ?? at) <= at && (cohort.closesAt === null || cohort.closesAt > at);
  return cohort.state === "open" && within && cohort.sessions.every(({ startsAt }) => startsAt > at);
}

function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? "";
}
