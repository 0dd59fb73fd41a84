import type { Staff } from "#lib/audit/actor.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { keepTaps } from "./keep.ts";
import { counted } from "./resolve.ts";

/**
 * What a party has come to counts in the cohort that it moves to: for each session of the old one that somebody came
 * to, the session in the same position of the new one is made up. Nothing is taken from the old one, so that a move
 * back loses nothing.
 */
export async function carryAttendance(
  tx: Tx,
  actor: Staff,
  partyId: string,
  from: string,
  to: string,
  at: Temporal.Instant,
): Promise<void> {
  const attended = await tx.attendance.findMany({
    where: {
      session: { cohortId: from },
      status: { in: counted.filter((status) => status !== null) },
      person: { members: { some: { partyId, state: "confirmed" } } },
      // What was brought along from there is there already.
      OR: [{ madeUpInId: null }, { madeUpIn: { cohortId: { not: to } } }],
    },
    select: { personId: true, sessionId: true, session: { select: { position: true, kind: true } } },
  });
  if (attended.length === 0) return;
  const sessions = await tx.session.findMany({
    where: { cohortId: to },
    select: { id: true, position: true, kind: true },
  });
  for (const { id, position, kind } of sessions) {
    const came = attended.filter(({ session }) => session.position === position && session.kind === kind);
    await keepTaps(
      tx,
      actor.userId,
      id,
      came.map(({ personId, sessionId }) => ({
        personId,
        kind: "elsewhere",
        status: "madeUp",
        madeUpBy: "session",
        madeUpInId: sessionId,
        at,
      })),
    );
  }
}
