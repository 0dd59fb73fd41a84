import { dateOf, instantOf, localOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import { holdEnd } from "#lib/seats/place.ts";
import { Prisma } from "../../prisma/generated/client.ts";

// What anyone may see: cohorts open for enrolment, how many chairs are taken, and never by whom.

const shown = {
  id: true,
  title: true,
  description: true,
  format: true,
  audience: true,
  timeZone: true,
  place: true,
  feeCents: true,
  currency: true,
  feeNote: true,
  capacity: true,
  largestParty: true,
  seatsTaken: true,
  partiesWaiting: true,
  smallest: true,
  runsAt: true,
  opensAt: true,
  /** Whether applicants are read first, instead of given a place at once. */
  reviews: true,
  facilitators: { select: { user: { select: { name: true } } }, orderBy: { user: { name: "asc" } } },
  sessions: {
    select: { position: true, kind: true, title: true, minutes: true, startsLocal: true },
    orderBy: { startsAt: "asc" },
  },
} satisfies Prisma.CohortSelect;

export type OpenCohort = ReturnType<typeof asShown>;

/**
 * The cohorts that one can enrol in now or, from `opensAt` on, later: open, and not begun. The one that begins
 * first comes first.
 */
export async function loadOpenCohorts(at = now()): Promise<OpenCohort[]> {
  const cohorts = await db.cohort.findMany({ where: openAt(at), take: 50, select: shown });
  const sure = await sureSeats(cohorts);
  return cohorts
    .map((cohort) => asShown(cohort, sure, at))
    .sort((one, other) => Temporal.PlainDateTime.compare(firstOf(one), firstOf(other)));
}

/** One of them, or null for what is not open, not there, or no id at all. */
export async function loadOpenCohort(id: string, at = now()): Promise<OpenCohort | null> {
  if (!isId(id)) return null;
  const cohort = await db.cohort.findFirst({ where: { id, ...openAt(at) }, select: shown });
  return cohort && asShown(cohort, await sureSeats([cohort]), at);
}

/** The title of a cohort that does not take place; null for every other. */
export async function loadCancelled(id: string): Promise<string | null> {
  if (!isId(id)) return null;
  const cohort = await db.cohort.findFirst({ where: { id, state: "cancelled" }, select: { title: true } });
  return cohort?.title ?? null;
}

/** For the enrolment form: the open cohorts, or the one asked for, with the instant until which places would be kept now. */
export async function loadJoinable(
  id?: string,
  at = now(),
): Promise<(OpenCohort & { keptUntil: Temporal.Instant })[]> {
  const shown =
    id === undefined
      ? await loadOpenCohorts(at)
      : [await loadOpenCohort(id, at)].filter((one) => one !== null);
  const cohorts = shown.filter(({ opensAt }) => opensAt === null);
  const holds = await db.$queryRaw<{ id: string; until: Date }[]>(Prisma.sql`
    SELECT c."id", ${holdEnd(at, Prisma.sql`c."offerHours"`, Prisma.sql`min(s."startsAt")`)} AS until
    FROM "Cohort" c JOIN "Session" s ON s."cohortId" = c."id"
    WHERE c."id" = ANY(${cohorts.map((cohort) => cohort.id)}::uuid[]) GROUP BY c."id"`);
  return cohorts.flatMap((cohort) => {
    const hold = holds.find(({ id }) => id === cohort.id);
    return hold ? [{ ...cohort, keptUntil: instantOf(hold.until) }] : [];
  });
}

function openAt(at: Temporal.Instant): Prisma.CohortWhereInput {
  return {
    state: "open",
    sessions: { some: {}, none: { startsAt: { lte: dateOf(at) } } },
    OR: [{ closesAt: null }, { closesAt: { gt: dateOf(at) } }],
  };
}

type Selected = Prisma.CohortGetPayload<{ select: typeof shown }>;

/** How many people are sure to come, in each of the cohorts that are still in doubt. */
async function sureSeats(cohorts: Selected[]): Promise<Map<string, number>> {
  const inDoubt = cohorts.filter(({ smallest, runsAt }) => smallest > 1 && !runsAt).map(({ id }) => id);
  if (inDoubt.length === 0) return new Map();
  const counts = await db.enrollment.groupBy({
    by: ["cohortId"],
    where: { cohortId: { in: inDoubt }, state: { in: ["confirmed", "completed"] } },
    _sum: { seats: true },
  });
  const seats = new Map(counts.map(({ cohortId, _sum }) => [cohortId, _sum.seats ?? 0]));
  return new Map(inDoubt.map((id) => [id, seats.get(id) ?? 0]));
}

function asShown(
  { facilitators, sessions, smallest, runsAt: _, opensAt, ...cohort }: Selected,
  sure: Map<string, number>,
  at: Temporal.Instant,
) {
  const soFar = sure.get(cohort.id);
  const opens = opensAt && instantOf(opensAt);
  return {
    ...cohort,
    /** When enrolment opens; null when it has. */
    opensAt: opens && Temporal.Instant.compare(opens, at) > 0 ? opens : null,
    /** The fewest people it runs with, and how many are sure to come; null for one that is sure to run. */
    tentative: soFar === undefined ? null : { smallest, soFar },
    free: cohort.capacity - cohort.seatsTaken,
    facilitators: facilitators.map(({ user }) => user.name),
    sessions: sessions.map((session) => ({ ...session, startsLocal: localOf(session.startsLocal) })),
  };
}

function firstOf({ sessions }: OpenCohort): Temporal.PlainDateTime {
  return sessions[0]?.startsLocal ?? Temporal.PlainDateTime.from("9999-12-31");
}
