import type { MemberActor } from "#lib/audit/actor.ts";
import { dateOf, instantOf, localOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { barrierTo } from "#lib/enrollment/barrier.ts";
import { isLive } from "#lib/seats/lock.ts";

/** What one can be interested in. */
export async function loadPrograms() {
  return db.program.findMany({
    where: { listed: true },
    orderBy: { title: "asc" },
    take: 50,
    select: { id: true, title: true },
  });
}

const cohortShown = {
  id: true,
  title: true,
  state: true,
  timeZone: true,
  format: true,
  place: true,
  audience: true,
  largestParty: true,
  sessions: {
    orderBy: { startsAt: "asc" },
    select: { position: true, kind: true, title: true, minutes: true, startsLocal: true, startsAt: true },
  },
} as const;

/**
 * What a member's own link shows of their party on an interest list: since when it waits, an invitation that
 * awaits an answer, and of partners their first name and whether they wait too (design rule 4). Null when the
 * link is about an enrolment instead: a live one, unless there is an invitation, or a past one, unless the
 * party waits again.
 */
export async function loadInterest(actor: MemberActor, at = now()) {
  const interests = await db.interest.findMany({
    where: { party: { members: { some: { id: actor.memberId } } } },
    orderBy: [{ since: "asc" }, { id: "asc" }],
    take: 20,
    select: {
      id: true,
      state: true,
      since: true,
      suits: true,
      format: true,
      program: { select: { title: true } },
      invitations: {
        orderBy: { wave: { createdAt: "desc" } },
        take: 1,
        select: {
          id: true,
          state: true,
          wave: { select: { replyBy: true, cohort: { select: cohortShown } } },
        },
      },
      party: {
        select: {
          enrollments: { select: { state: true } },
          members: {
            orderBy: { position: "asc" },
            select: { id: true, position: true, state: true, person: { select: { name: true } } },
          },
        },
      },
    },
  });
  const standing = ({ invitations }: (typeof interests)[number]) =>
    invitations.find(({ state, wave }) => state === "sent" && wave.replyBy > dateOf(at));
  const interest =
    interests.find(standing) ?? interests.find(({ state }) => state === "waiting") ?? interests.at(-1);
  if (!interest) return null;
  const invitation = standing(interest) ?? null;
  const { enrollments, members } = interest.party;
  if (!invitation && enrollments.some(({ state }) => isLive(state))) return null;
  if (interest.state !== "waiting" && enrollments.length > 0) return null;

  const shown = members.map(({ id, position, state, person }) => ({
    me: id === actor.memberId,
    position,
    firstName: person.name.trim().split(/\s+/)[0] ?? "",
    gone: state === "declined" || state === "left",
    saidYes: state === "confirmed",
  }));
  const seats = shown.filter(({ gone }) => !gone).length;
  return {
    id: interest.id,
    state: interest.state,
    since: instantOf(interest.since),
    suits: interest.suits,
    format: interest.format,
    program: interest.program.title,
    seats,
    members: shown,
    invitation: invitation && {
      id: invitation.id,
      replyBy: instantOf(invitation.wave.replyBy),
      barrier: barrierTo({ seats }, invitation.wave.cohort),
      cohort: {
        ...invitation.wave.cohort,
        sessions: invitation.wave.cohort.sessions.map((one) => ({
          ...one,
          startsLocal: localOf(one.startsLocal),
        })),
      },
    },
  };
}

export type InterestShown = NonNullable<Awaited<ReturnType<typeof loadInterest>>>;

/** The newest invitation of the party of whoever asks. */
export async function invitationBehind(actor: MemberActor): Promise<string | null> {
  const invitation = await db.invitation.findFirst({
    where: { interest: { party: { members: { some: { id: actor.memberId } } } } },
    orderBy: [{ wave: { createdAt: "desc" } }, { id: "desc" }],
    select: { id: true },
  });
  return invitation?.id ?? null;
}

/** The place on a list that the party of whoever asks has now. */
export async function interestBehind(actor: MemberActor): Promise<string | null> {
  const interest = await db.interest.findFirst({
    where: { state: "waiting", party: { members: { some: { id: actor.memberId } } } },
    orderBy: [{ since: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  return interest?.id ?? null;
}
