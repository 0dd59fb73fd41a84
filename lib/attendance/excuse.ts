import type { Participant } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { membershipsOf } from "#lib/auth/policy.ts";
import { instantOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { isId } from "#lib/db/is-id.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { takingPart } from "./enrolled.ts";
import { keepTaps, lockSession } from "./keep.ts";

export type Excuse = { memberId: string; sessionId: string };

export type ExcuseRefusal = "not_yours" | "begun" | "cancelled";

/** A participant says ahead that they can't come. Only they themselves, and until the session begins. */
export function excuse(actor: Participant, excuse: Excuse, at = now()): Promise<Outcome<ExcuseRefusal>> {
  return sayAhead(actor, excuse, true, at);
}

/** They can come after all. A mark that somebody else made since then stays. */
export function takeExcuseBack(
  actor: Participant,
  excuse: Excuse,
  at = now(),
): Promise<Outcome<ExcuseRefusal>> {
  return sayAhead(actor, excuse, false, at);
}

async function sayAhead(
  actor: Participant,
  { memberId, sessionId }: Excuse,
  away: boolean,
  at: Temporal.Instant,
): Promise<Outcome<ExcuseRefusal>> {
  if (!isId(memberId) || !isId(sessionId)) return refuse("not_yours");
  return inTransaction(async (tx) => {
    await lockSession(tx, sessionId);
    const member = await tx.member.findFirst({
      where: {
        AND: [{ id: memberId }, membershipsOf(actor)],
        party: {
          enrollments: {
            some: { ...takingPart.enrollment, cohort: { sessions: { some: { id: sessionId } } } },
          },
        },
      },
      select: { personId: true },
    });
    if (!member) return refuse("not_yours");
    const session = await tx.session.findUniqueOrThrow({
      where: { id: sessionId },
      select: { startsAt: true, cancelledAt: true },
    });
    if (session.cancelledAt) return refuse("cancelled");
    if (Temporal.Instant.compare(instantOf(session.startsAt), at) <= 0) return refuse("begun");
    const { personId } = member;
    const before = await tx.attendance.findUnique({ where: { sessionId_personId: { sessionId, personId } } });
    if ((before?.status === "excused") === away) return done();
    await keepTaps(tx, actor.userId, sessionId, [
      { personId, kind: "status", status: away ? "excused" : null, at },
    ]);
    await record(tx, actor, away ? "attendance.excused" : "attendance.excuse-taken-back", personId, {
      sessionId,
    });
    return done();
  });
}
