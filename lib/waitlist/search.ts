import { z } from "zod";
import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { mayAdminister } from "#lib/auth/policy.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import { boardPage } from "./board.ts";
import { entrySelect, entryShown } from "./entry.ts";
import { inLine, pageOf } from "./line-head.ts";

/** What an admin looks for across all lines. */
export const searchSchema = z.object({
  q: z.string().trim().max(200).catch("").default(""),
  show: z.enum(["all", "held", "waiting", "paused", "applied"]).optional().catch(undefined),
});

export type Search = z.output<typeof searchSchema>;

const shownStates = {
  all: { state: { in: ["applied", "held", "waitlisted"] } },
  held: { state: "held" },
  waiting: { state: "waitlisted", pausedAt: null },
  paused: { pausedAt: { not: null } },
  applied: { state: "applied" },
} satisfies Record<NonNullable<Search["show"]>, Prisma.EnrollmentWhereInput>;

/** Parties of every line by name or address, 25 a page, each with its place. */
export async function searchWaitlists(actor: Staff, { q, show = "all" }: Search, page: number, at = now()) {
  if (!mayAdminister(actor)) return null;
  const { ids, hasNext } = await pageOf(
    {
      cohort: { state: { in: ["open", "closed"] } },
      ...shownStates[show],
      ...(q && { party: { members: { some: isNamed(q) } } }),
    },
    page,
    boardPage,
  );
  const shown = await db.enrollment.findMany({
    where: { id: { in: ids } },
    orderBy: inLine,
    select: { ...entrySelect, cohort: { select: { id: true, title: true, timeZone: true } } },
  });
  const places = await placesOf(ids);
  await record(db, actor, "waitlist.searched", null, { show });
  return {
    hasNext,
    parties: shown.map((enrollment) => ({
      ...entryShown(enrollment, at),
      cohort: enrollment.cohort,
      place: places.get(enrollment.id) ?? null,
    })),
  };
}

/** A member by what staff see of them: of somebody only invited the address serves the invitation alone (design rule 3). */
function isNamed(q: string): Prisma.MemberWhereInput {
  // Prisma leaves the wildcards of LIKE in what was typed.
  const contains = q.replaceAll(/[\\%_]/g, "\\$&");
  return {
    state: { in: ["invited", "confirmed"] },
    OR: [
      { person: { name: { contains, mode: "insensitive" } } },
      {
        OR: [{ state: "confirmed" }, { position: 1 }],
        person: { email: { contains, mode: "insensitive" } },
      },
    ],
  };
}

/** The places in line of those of some enrolments that wait. */
async function placesOf(ids: string[]): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ id: string; place: number }[]>(Prisma.sql`
    SELECT e."id", (SELECT count(*)::int + 1 FROM "Enrollment" ahead
      WHERE ahead."cohortId" = e."cohortId" AND ahead."state" = 'waitlisted'
        AND (ahead."joinedAt", ahead."id") < (e."joinedAt", e."id")) AS place
    FROM "Enrollment" e WHERE e."id" = ANY(${ids}::uuid[]) AND e."state" = 'waitlisted'`);
  return new Map(rows.map(({ id, place }) => [id, place]));
}
