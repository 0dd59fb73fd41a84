import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { cohortsOf, mayAdminister } from "#lib/auth/policy.ts";
import { dateOf, instantOf, localOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import { listWords } from "#lib/people/words.ts";
import type { Prisma } from "../../prisma/generated/client.ts";
import { lastReply } from "./last-reply.ts";
import { propose } from "./propose.ts";
import { replyByAfter } from "./reply-by.ts";
import { suitsWords, weekTimeOf } from "./times.ts";

const perPage = 20;

/** So many parties of a list are looked at when a wave is proposed. */
const window = 200;

const partySelect = {
  select: {
    members: {
      where: { state: { in: ["invited", "confirmed"] } },
      orderBy: { position: "asc" },
      select: { id: true, position: true, state: true, person: { select: { name: true, email: true } } },
    },
  },
} satisfies Prisma.PartyDefaultArgs;

const wishSelect = {
  id: true,
  since: true,
  suits: true,
  format: true,
  note: true,
  party: partySelect,
} satisfies Prisma.InterestSelect;

/** Who waits for the next cohort of a program, for admins: twenty a page, whoever waits longest first. */
export async function loadInterestList(actor: Staff, page: number, programId?: string) {
  if (!mayAdminister(actor)) return null;
  const programs = await db.program.findMany({
    where: { OR: [{ listed: true }, { interests: { some: { state: "waiting" } } }] },
    orderBy: { title: "asc" },
    take: 50,
    select: { id: true, title: true, _count: { select: { interests: { where: { state: "waiting" } } } } },
  });
  const program = programs.find(({ id }) => id === programId) ?? programs[0];
  const where = { programId: program?.id ?? "", state: "waiting" } satisfies Prisma.InterestWhereInput;
  const [interests, people, wanted] = program
    ? await Promise.all([
        db.interest.findMany({
          where,
          orderBy: [{ since: "asc" }, { id: "asc" }],
          skip: (page - 1) * perPage,
          take: perPage + 1,
          select: {
            ...wishSelect,
            invitations: {
              where: { state: "sent" },
              select: { wave: { select: { replyBy: true, cohort: { select: { id: true, title: true } } } } },
            },
          },
        }),
        db.member.count({
          where: { state: { in: ["invited", "confirmed"] }, party: { interests: { some: where } } },
        }),
        mostWanted(program.id),
      ])
    : [[], 0, []];
  await record(db, actor, "interest.seen", null);
  return {
    programs: programs.map(({ _count, ...one }) => ({ ...one, waiting: _count.interests })),
    programId: program?.id ?? null,
    people,
    wanted,
    hasNext: interests.length > perPage,
    parties: interests.slice(0, perPage).map(({ invitations, ...interest }) => ({
      ...wishShown(interest),
      invitation: invitations[0]
        ? { replyBy: instantOf(invitations[0].wave.replyBy), cohort: invitations[0].wave.cohort }
        : null,
    })),
  };
}

/** The times of the week that suit most people, the most wanted first. Who said nothing takes any, and tells nothing. */
async function mostWanted(programId: string) {
  return db.$queryRaw<{ time: string; people: number }[]>`
    SELECT t.time, count(*)::int AS people
    FROM "Interest" i JOIN "Member" m ON m."partyId" = i."partyId" AND m."state" IN ('invited', 'confirmed'),
      unnest(i."suits") AS t(time)
    WHERE i."programId" = ${programId}::uuid AND i."state" = 'waiting'
    GROUP BY t.time ORDER BY people DESC, t.time LIMIT 3`;
}

/**
 * Who could be invited to one of the actor's cohorts: the proposed first, the others with why not, and how each
 * wave so far was answered.
 */
export async function loadInvite(actor: Staff, cohortId: string, at = now()) {
  if (!isId(cohortId)) return null;
  const cohort = await db.cohort.findFirst({
    where: { id: cohortId, ...cohortsOf(actor) },
    select: {
      id: true,
      programId: true,
      title: true,
      state: true,
      timeZone: true,
      format: true,
      audience: true,
      largestParty: true,
      capacity: true,
      seatsTaken: true,
      cutoffHours: true,
      opensAt: true,
      closesAt: true,
      sessions: { orderBy: { startsAt: "asc" }, select: { kind: true, startsAt: true, startsLocal: true } },
      waves: {
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: 20,
        select: {
          id: true,
          createdAt: true,
          replyBy: true,
          byUser: { select: { name: true } },
          invitations: {
            orderBy: [{ interest: { since: "asc" } }, { id: "asc" }],
            select: { id: true, state: true, interest: { select: { party: partySelect } } },
          },
        },
      },
    },
  });
  if (!cohort) return null;
  const live = { state: { in: ["applied", "held", "waitlisted", "confirmed", "completed"] as const } };
  const where = {
    programId: cohort.programId,
    state: "waiting",
    party: { enrollments: { none: { cohortId, state: { in: [...live.state.in] } } } },
    invitations: { none: { state: "sent" } },
  } satisfies Prisma.InterestWhereInput;
  const [interests, waiting, inLine, invited] = await Promise.all([
    db.interest.findMany({
      where,
      orderBy: [{ since: "asc" }, { id: "asc" }],
      take: window,
      select: {
        ...wishSelect,
        invitations: {
          where: { wave: { cohortId } },
          orderBy: { wave: { createdAt: "desc" } },
          take: 1,
          select: { state: true },
        },
      },
    }),
    db.interest.count({ where }),
    db.enrollment.aggregate({ where: { cohortId, state: "waitlisted" }, _sum: { seats: true } }),
    db.member.count({
      where: {
        state: { in: ["invited", "confirmed"] },
        party: { interests: { some: { invitations: { some: { state: "sent", wave: { cohortId } } } } } },
      },
    }),
  ]);
  await record(db, actor, "cohort.invitations-seen", cohort.id);

  const weekly = cohort.sessions.find(({ kind }) => kind === "weekly") ?? cohort.sessions[0];
  const free = cohort.capacity - cohort.seatsTaken;
  const places = Math.max(0, free - (inLine._sum.seats ?? 0) - invited);
  const last = lastReply(cohort, at);
  return {
    id: cohort.id,
    title: cohort.title,
    state: cohort.state,
    timeZone: cohort.timeZone,
    opensAt: cohort.opensAt && cohort.opensAt > dateOf(at) ? instantOf(cohort.opensAt) : null,
    free,
    inLine: inLine._sum.seats ?? 0,
    invited,
    places,
    unseen: waiting - interests.length,
    mayInvite: mayAdminister(actor) && last !== null,
    over: last === null,
    replyBy: (days: number) => (last ? replyByAfter(at, days, last) : null),
    parties: propose(
      { ...cohort, time: weekly ? weekTimeOf(localOf(weekly.startsLocal)) : null },
      places,
      interests.map(({ invitations, ...interest }) => ({
        ...wishShown(interest),
        earlier: earlierAnswer(invitations[0]?.state),
      })),
    ),
    waves: cohort.waves.map(({ createdAt, replyBy, byUser, invitations, id }) => ({
      id,
      sentAt: instantOf(createdAt),
      replyBy: instantOf(replyBy),
      by: byUser.name,
      invitations: invitations.map(({ id, state, interest }) => ({
        id,
        state,
        members: interest.party.members.map(({ person }) => person.name),
      })),
    })),
  };
}

function earlierAnswer(state: string | undefined) {
  return state === "declined" || state === "lapsed" ? state : null;
}

type Wish = Prisma.InterestGetPayload<{ select: typeof wishSelect }>;

/** There is contact with whoever said that they wait, or wrote the party down; others were only invited by them (design rule 3). */
function wishShown({ id, since, suits, format, note, party }: Wish) {
  const members = party.members.map(({ id, position, state, person }) => ({
    id,
    name: person.name,
    email: state === "confirmed" || position === 1 ? person.email : null,
  }));
  return {
    interestId: id,
    since: instantOf(since),
    suits,
    suitsWords: suitsWords(suits),
    format,
    note,
    seats: members.length,
    names: listWords(members.map(({ name }) => name)),
    members,
  };
}
