import type { Participant, Staff } from "#lib/audit/actor.ts";
import { cohortsOf, isMembershipOf, membershipsOf } from "#lib/auth/policy.ts";
import { dateOf, instantOf, localOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import { wayIn } from "./way-in.ts";

export type Chair = {
  homeSessionId: string;
  homeTitle: string;
  hostSessionId: string;
  hostTitle: string;
  startsLocal: Date;
  timeZone: string;
};

/**
 * Where a member could make up what they missed, or will: the same session of another group of the same program that
 * is under way, when a chair is free that evening. Nowhere where a mailbox is shared: what somebody missed is theirs alone
 * (design rule 4).
 */
export function chairsFor(tx: Tx, memberId: string, at: Temporal.Instant): Promise<Chair[]> {
  return tx.$queryRaw<Chair[]>(Prisma.sql`
    SELECT home."id" AS "homeSessionId", home."title" AS "homeTitle", host."id" AS "hostSessionId",
      there."title" AS "hostTitle", host."startsLocal", there."timeZone"
    FROM "Member" m JOIN "Person" p ON p."id" = m."personId"
    JOIN "Enrollment" e ON e."partyId" = m."partyId" AND e."state" IN ('confirmed', 'completed')
    JOIN "Cohort" mine ON mine."id" = e."cohortId"
    JOIN "Session" home ON home."cohortId" = mine."id" AND home."cancelledAt" IS NULL
    JOIN "Attendance" a ON a."sessionId" = home."id" AND a."personId" = m."personId" AND a."status" IN ('absent', 'excused')
    JOIN "Cohort" there ON there."programId" = mine."programId" AND there."id" <> mine."id" AND there."state" IN ('open', 'closed')
    JOIN "Session" host ON host."cohortId" = there."id" AND host."position" = home."position" AND host."kind" = home."kind"
      AND host."cancelledAt" IS NULL AND host."startsAt" > ${dateOf(at)}
    WHERE m."id" = ${memberId}::uuid AND m."state" = 'confirmed'
      AND EXISTS (SELECT 1 FROM "Session" begun WHERE begun."cohortId" = there."id" AND begun."startsAt" <= ${dateOf(at)})
      AND free_chairs(host."id") > 0
      AND NOT EXISTS (SELECT FROM "Person" other WHERE other."email" = p."email" AND other."name" <> p."name")
    ORDER BY home."position", host."startsAt", host."id" LIMIT 50`);
}

/** An evening of another group, as a guest knows it. */
const evening = {
  startsLocal: true,
  startsAt: true,
  endsAt: true,
  cancelledAt: true,
  cohort: { select: { title: true, place: true, joinUrl: true, timeZone: true, state: true } },
} satisfies Prisma.SessionSelect;

/** What a participant could make up and where, and what they have asked for. Null where a mailbox is shared: attendance is private. */
export async function loadMakeUps(actor: Participant, memberId: string, at = now()) {
  if (!isId(memberId)) return null;
  const [member] = await db.$queryRaw<{ personId: string; name: string }[]>(Prisma.sql`
    SELECT p."id" AS "personId", p."name" FROM "Member" m JOIN "Person" p ON p."id" = m."personId"
    WHERE m."id" = ${memberId}::uuid AND ${isMembershipOf(actor)} AND NOT EXISTS (
      SELECT 1 FROM "Person" other WHERE other."email" = p."email" AND other."name" <> p."name")`);
  if (!member) return null;
  const [chairs, wishes] = await Promise.all([
    chairsFor(db, memberId, at),
    db.makeUp.findMany({
      where: {
        personId: member.personId,
        state: { not: "takenBack" },
        person: { members: { some: { AND: [{ id: memberId }, membershipsOf(actor)] } } },
      },
      orderBy: { askedAt: "desc" },
      take: 20,
      select: {
        id: true,
        state: true,
        words: true,
        homeSessionId: true,
        homeSession: { select: { title: true } },
        hostSession: { select: evening },
      },
    }),
  ]);
  const open = new Set(wishes.filter(({ state }) => state !== "declined").map((wish) => wish.homeSessionId));
  return {
    at,
    name: member.name,
    chairs: chairs
      .filter(({ homeSessionId }) => !open.has(homeSessionId))
      .map((chair) => ({ ...chair, startsLocal: localOf(chair.startsLocal) })),
    wishes: wishes.map(({ homeSession, hostSession, homeSessionId: _, ...wish }) => {
      const { cohort } = hostSession;
      const [startsAt, endsAt] = [instantOf(hostSession.startsAt), instantOf(hostSession.endsAt)];
      const cancelled = hostSession.cancelledAt !== null || cohort.state === "cancelled";
      const awaited = wish.state === "agreed" && !cancelled && Temporal.Instant.compare(at, endsAt) < 0;
      return {
        ...wish,
        homeTitle: homeSession.title,
        hostTitle: cohort.title,
        place: cohort.place,
        timeZone: cohort.timeZone,
        startsLocal: localOf(hostSession.startsLocal),
        endsAt,
        ahead: Temporal.Instant.compare(at, startsAt) < 0,
        cancelled,
        /** The way in, where they are welcome and it is online; its address from shortly before. */
        join: awaited && cohort.joinUrl ? wayIn(cohort.joinUrl, { startsAt, endsAt }, at) : null,
      };
    }),
  };
}

/** The evenings to come, or under way, at which a member is a guest of another group; the next first. */
export async function loadGuestEvenings(actor: Participant, memberId: string, at = now()) {
  const agreed = await db.makeUp.findMany({
    where: {
      state: "agreed",
      person: { members: { some: { AND: [{ id: memberId }, membershipsOf(actor)] } } },
      hostSession: { cancelledAt: null, endsAt: { gt: dateOf(at) }, cohort: { state: { not: "cancelled" } } },
    },
    orderBy: { hostSession: { startsAt: "asc" } },
    take: 5,
    select: {
      id: true,
      homeSession: { select: { title: true } },
      hostSession: { select: evening },
    },
  });
  return agreed.map(({ id, homeSession, hostSession }) => {
    const { joinUrl, ...host } = hostSession.cohort;
    const [startsAt, endsAt] = [instantOf(hostSession.startsAt), instantOf(hostSession.endsAt)];
    return {
      id,
      homeTitle: homeSession.title,
      host,
      startsLocal: localOf(hostSession.startsLocal),
      startsAt,
      endsAt,
      join: joinUrl ? wayIn(joinUrl, { startsAt, endsAt }, at) : null,
    };
  });
}

/** What somebody of the staff can answer: wishes to come to an evening of a group of theirs that is still to be. */
export function asked(actor: Staff, at: Temporal.Instant) {
  return {
    state: "asked",
    hostSession: {
      cohort: { AND: [cohortsOf(actor), { state: { not: "cancelled" } }] },
      cancelledAt: null,
      endsAt: { gt: dateOf(at) },
    },
  } satisfies Prisma.MakeUpWhereInput;
}

/** Who asks to come to a session of one of the actor's groups as a guest. */
export async function loadGuestsAsking(actor: Staff, cohortId: string, at = now()) {
  const asking = await db.makeUp.findMany({
    where: { AND: [asked(actor, at), { hostSession: { cohortId } }] },
    orderBy: { askedAt: "asc" },
    take: 30,
    select: {
      id: true,
      person: { select: { name: true } },
      homeSession: { select: { cohort: { select: { title: true } } } },
      hostSession: { select: { id: true, title: true, startsLocal: true } },
    },
  });
  const chairs = await freeChairs(asking.map(({ hostSession }) => hostSession.id));
  return asking.map(({ id, person, homeSession, hostSession }) => ({
    id,
    chairs: chairs.get(hostSession.id) ?? 0,
    name: person.name,
    from: homeSession.cohort.title,
    title: hostSession.title,
    startsLocal: localOf(hostSession.startsLocal),
  }));
}

/**
 * The chairs of sessions on which nobody sits, by session. Below nought, more people are expected than there are
 * chairs: somebody who had said that they can't come is back, or the room was made smaller. Their own group comes
 * first, so nobody is refused then; its staff are told.
 */
export async function freeChairs(sessionIds: string[]): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ id: string; free: number }[]>(Prisma.sql`
    SELECT s."id", free_chairs(s."id") AS "free" FROM "Session" s WHERE s."id" = ANY(${sessionIds}::uuid[])`);
  return new Map(rows.map(({ id, free }) => [id, free]));
}
