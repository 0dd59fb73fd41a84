import type { Staff } from "#lib/audit/actor.ts";
import { cohortsOf } from "#lib/auth/policy.ts";
import { dateOf, instantOf, localOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import { clashesOfSessions } from "./clashes.ts";
import { headSelect } from "./head.ts";

/** When one of the actor's cohorts meets, and what else takes place while it does, from now on. */
export async function loadSessions(actor: Staff, cohortId: string, at = now()) {
  if (!isId(cohortId)) return null;
  const cohort = await db.cohort.findFirst({
    where: { id: cohortId, ...cohortsOf(actor) },
    select: {
      ...headSelect,
      sessions: {
        orderBy: { startsAt: "asc" },
        select: {
          id: true,
          kind: true,
          title: true,
          minutes: true,
          startsLocal: true,
          endsAt: true,
          cancelledAt: true,
          cancelReason: true,
        },
      },
    },
  });
  if (!cohort) return null;
  const clashes = await clashesOfSessions(
    actor,
    Prisma.sql`m."cohortId" = ${cohortId}::uuid AND m."endsAt" > ${dateOf(at)}`,
  );
  return {
    ...cohort,
    sessions: cohort.sessions.map(({ startsLocal, endsAt, ...session }) => ({
      ...session,
      clashes: clashes.get(session.id) ?? [],
      startsLocal: localOf(startsLocal),
      endsAt: instantOf(endsAt),
    })),
  };
}
