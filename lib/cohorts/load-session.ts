import type { Staff } from "#lib/audit/actor.ts";
import { cohortsOf } from "#lib/auth/policy.ts";
import { instantOf, localOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import { headSelect } from "./head.ts";

/** One session of the actor's cohorts, and how many people a change of it would be told to. */
export async function loadSession(actor: Staff, sessionId: string, at = now()) {
  if (!isId(sessionId)) return null;
  const session = await db.session.findFirst({
    where: { id: sessionId, cohort: cohortsOf(actor) },
    select: {
      id: true,
      title: true,
      minutes: true,
      startsLocal: true,
      endsAt: true,
      cancelledAt: true,
      cohort: { select: headSelect },
    },
  });
  if (!session) return null;
  const { _sum } = await db.enrollment.aggregate({
    where: { cohortId: session.cohort.id, state: { in: ["confirmed", "completed"] } },
    _sum: { seats: true },
  });
  return {
    ...session,
    startsLocal: localOf(session.startsLocal),
    over: Temporal.Instant.compare(instantOf(session.endsAt), at) <= 0,
    people: _sum.seats ?? 0,
  };
}

/** What one session of the actor's cohorts is called, what to bring to it and what to practice after it. */
export async function loadSessionWords(actor: Staff, sessionId: string) {
  if (!isId(sessionId)) return null;
  const session = await db.session.findFirst({
    where: { id: sessionId, cohort: cohortsOf(actor) },
    select: {
      id: true,
      title: true,
      bring: true,
      practice: true,
      startsLocal: true,
      cohort: { select: headSelect },
    },
  });
  return session && { ...session, startsLocal: localOf(session.startsLocal) };
}
