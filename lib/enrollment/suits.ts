import { dateOf } from "#lib/clock/convert.ts";
import type { Prisma } from "../../prisma/generated/client.ts";

/** The cohorts that a party of so many can join now. */
export function suits(seats: number, at: Temporal.Instant): Prisma.CohortWhereInput {
  const present = dateOf(at);
  return {
    state: "open",
    largestParty: { gte: seats },
    audience: { not: seats === 1 ? "partners" : "individuals" },
    sessions: { some: {}, every: { startsAt: { gt: present } } },
    AND: [
      { OR: [{ opensAt: null }, { opensAt: { lte: present } }] },
      { OR: [{ closesAt: null }, { closesAt: { gt: present } }] },
    ],
  };
}
