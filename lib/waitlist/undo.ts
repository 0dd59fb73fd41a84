import type { Staff } from "#lib/audit/actor.ts";
import { mayAdminister } from "#lib/auth/policy.ts";
import { instantOf } from "#lib/clock/convert.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import { lettersWait } from "#lib/mail/withdraw-letters.ts";
import { partySelect, partyShown } from "#lib/people/party-shown.ts";
import { standingOf } from "#lib/seats/standing.ts";

/**
 * What an admin just decided about a party, and whether it can still be undone: until the letter has gone, or
 * for a pause, while the party waits.
 */
export async function loadUndo(actor: Staff, enrollmentId: string) {
  if (!mayAdminister(actor) || !isId(enrollmentId)) return null;
  const enrollment = await db.enrollment.findUnique({
    where: { id: enrollmentId },
    select: {
      ...partySelect,
      offeredAt: true,
      endedAt: true,
      pausedAt: true,
      movedTo: { select: { id: true } },
    },
  });
  const since = enrollment?.endedAt ?? enrollment?.offeredAt ?? null;
  if (!enrollment) return null;
  const { state, movedTo, pausedAt } = enrollment;
  const stands = (state === "held" || state === "withdrawn") && !movedTo;
  return {
    enrollmentId,
    names: partyShown(enrollment).names,
    seen: standingOf(enrollment),
    state,
    waits: state === "waitlisted",
    paused: pausedAt !== null,
    open: stands && since !== null && (await lettersWait(db, { enrollmentId }, instantOf(since))),
  };
}

export type Undo = NonNullable<Awaited<ReturnType<typeof loadUndo>>>;
