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
  facilitators: { select: { user: { select: { name: true } } }, orderBy: { user: { name: "asc" } } },
  sessions: {
    select: { position: true, kind: true, title: true, minutes: true, startsLocal: true },
    orderBy: { startsAt: "asc" },
  },
} satisfies Prisma.CohortSelect;

export type OpenCohort = ReturnType<typeof asShown>;

/** The cohorts that one can enrol in: open, and not begun. The one that begins first comes first. */
export async function loadOpenCohorts(at = now()): Promise<OpenCohort[]> {
  const cohorts = await db.cohort.findMany({ where: openAt(at), take: 50, select: shown });
  return cohorts
    .map(asShown)
    .sort((one, other) => Temporal.PlainDateTime.compare(firstOf(one), firstOf(other)));
}

/** One of them, or null for what is not open, not there, or no id at all. */
export async function loadOpenCohort(id: string, at = now()): Promise<OpenCohort | null> {
  if (!isId(id)) return null;
  const cohort = await db.cohort.findFirst({ where: { id, ...openAt(at) }, select: shown });
  return cohort && asShown(cohort);
}

/** For the enrolment form: the open cohorts, or the one asked for, with the instant until which places would be kept now. */
export async function loadJoinable(
  id?: string,
  at = now(),
): Promise<(OpenCohort & { keptUntil: Temporal.Instant })[]> {
  const cohorts =
    id === undefined
      ? await loadOpenCohorts(at)
      : [await loadOpenCohort(id, at)].filter((one) => one !== null);
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
  return { state: "open", sessions: { some: {}, none: { startsAt: { lte: dateOf(at) } } } };
}

function asShown({ facilitators, sessions, ...cohort }: Prisma.CohortGetPayload<{ select: typeof shown }>) {
  return {
    ...cohort,
    free: cohort.capacity - cohort.seatsTaken,
    facilitators: facilitators.map(({ user }) => user.name),
    sessions: sessions.map((session) => ({ ...session, startsLocal: localOf(session.startsLocal) })),
  };
}

function firstOf({ sessions }: OpenCohort): Temporal.PlainDateTime {
  return sessions[0]?.startsLocal ?? Temporal.PlainDateTime.from("9999-12-31");
}
