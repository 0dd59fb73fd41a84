import { dateOf } from "#lib/clock/convert.ts";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "../../prisma/generated/client.ts";
import { eligible } from "./promote.ts";

/** So many parties of a line decide what is said about it: as many as `promote` looks at. */
const window = 200;

/** What is read of a line's first parties to say what happens next with it, however long it is. */
export function lineHead(at: Temporal.Instant) {
  return {
    where: eligible(at),
    orderBy: inLine,
    take: window,
    select: { id: true, seats: true, fewest: true, passedOver: true },
  } satisfies Prisma.Cohort$enrollmentsArgs;
}

/** The order of a line. */
export const inLine = [
  { joinedAt: "asc" },
  { id: "asc" },
] satisfies Prisma.EnrollmentOrderByWithRelationInput[];

/**
 * The ids of one page of enrolments in the order of joining, and of one more that shows whether there is a next.
 * What is shown of them is read after: to read it here would read it of every party before the page as well.
 */
export async function pageOf(where: Prisma.EnrollmentWhereInput, page: number, size: number) {
  const found = await db.enrollment.findMany({
    where,
    orderBy: inLine,
    skip: (page - 1) * size,
    take: size + 1,
    select: { id: true },
  });
  return { ids: found.slice(0, size).map(({ id }) => id), hasNext: found.length > size };
}

type Head = { id: string; seats: number; fewest: number | null; passedOver: number };

export function asWaiting({ id, ...party }: Head) {
  return { enrollmentId: id, ...party };
}

/** Whether a "not this time" still keeps a party from being asked. */
export function isResting(restsUntil: Date | null, at: Temporal.Instant): restsUntil is Date {
  return restsUntil !== null && restsUntil > dateOf(at);
}
