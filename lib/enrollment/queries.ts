import type { MemberActor } from "#lib/audit/actor.ts";
import { dateOf, instantOf, localOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import type { OwnedInquiry } from "#lib/inquiries/behind.ts";
import { placeUrl } from "#lib/links/url.ts";
import { isLive } from "#lib/seats/lock.ts";
import type { EnrollmentState, Prisma } from "../../prisma/generated/client.ts";

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
  sessions: {
    orderBy: { startsAt: "asc" },
    select: { position: true, kind: true, title: true, minutes: true, startsLocal: true, startsAt: true },
  },
} satisfies Prisma.CohortSelect;

/**
 * Everything that a member's own link shows: of partners their first name and whether they have said yes,
 * nothing else (design rule 4). Null for somebody whose party has no enrolment. The number of queries does
 * not grow with the party or the line.
 */
export async function loadPlace(actor: MemberActor, at = now()) {
  const id = await enrollmentBehind(actor);
  if (!id) return null;
  const enrollment = await db.enrollment.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      state: true,
      seats: true,
      holdExpiresAt: true,
      offeredAt: true,
      joinedAt: true,
      cohort: { select: cohortShown },
      acceptances: { select: { memberId: true } },
      decisions: { orderBy: [{ at: "desc" }, { id: "desc" }], take: 10, select: { reason: true, at: true } },
      party: {
        select: {
          members: {
            orderBy: { position: "asc" },
            select: { id: true, position: true, state: true, person: { select: { name: true } } },
          },
        },
      },
    },
  });
  const { cohort, holdExpiresAt, acceptances, decisions, party, ...rest } = enrollment;
  const members = party.members.map(({ id, position, state, person }) => ({
    me: id === actor.memberId,
    position,
    firstName: firstName(person.name),
    gone: state === "declined" || state === "left",
    saidYes:
      rest.state === "waitlisted"
        ? state === "confirmed"
        : acceptances.some(({ memberId }) => memberId === id),
    everSaidYes: state === "confirmed",
  }));
  return {
    state: stateAt(rest.state, holdExpiresAt, at),
    seats: rest.seats,
    offered: rest.offeredAt !== null,
    keptUntil: holdExpiresAt && instantOf(holdExpiresAt),
    cohort: {
      ...cohort,
      sessions: cohort.sessions.map((one) => ({ ...one, startsLocal: localOf(one.startsLocal) })),
    },
    joinable: isJoinable(cohort, dateOf(at)),
    members,
    ahead: rest.state === "waitlisted" ? await aheadOf(cohort.id, rest) : null,
    decisions: decisions.map(({ reason, at }) => ({ reason, at: instantOf(at) })),
  };
}

export type Place = NonNullable<Awaited<ReturnType<typeof loadPlace>>>;

/** The enrolment that a member's link is about: the party's one that is alive, or else its latest. */
export async function enrollmentBehind(actor: MemberActor): Promise<string | null> {
  const enrollments = await db.enrollment.findMany({
    where: { party: { members: { some: { id: actor.memberId } } } },
    orderBy: [{ joinedAt: "desc" }, { id: "desc" }],
    take: 5,
    select: { id: true, state: true },
  });
  const current = enrollments.find(({ state }) => isLive(state)) ?? enrollments[0];
  return current?.id ?? null;
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
