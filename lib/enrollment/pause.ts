import { record } from "#lib/audit/record.ts";
import { now } from "#lib/clock/now.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { setPaused } from "#lib/seats/set-paused.ts";
import { standingOf } from "#lib/seats/standing.ts";
import { noteChange } from "#lib/waitlist/note-change.ts";
import { promote } from "#lib/waitlist/promote.ts";
import { type ForParty, lockOwn } from "./lock-own.ts";

export type PauseRefusal = "not_waiting_here" | "changed";

/**
 * A party asks to be left out for a while: it keeps its place in line, and is offered nothing. Staff who do it
 * for somebody on the telephone say how it stood when they looked (`seen`), and do it only while it is still so.
 */
export function pause(
  actor: ForParty,
  enrollmentId: string,
  at = now(),
  seen?: string,
): Promise<Outcome<PauseRefusal>> {
  return setTo(actor, { enrollmentId, to: "paused", seen }, at);
}

/** It is back: what is free is offered again, from its old place in line. */
export function resume(
  actor: ForParty,
  enrollmentId: string,
  at = now(),
  seen?: string,
): Promise<Outcome<PauseRefusal>> {
  return setTo(actor, { enrollmentId, to: "resumed", seen }, at);
}

async function setTo(
  actor: ForParty,
  { enrollmentId, to, seen }: { enrollmentId: string; to: "paused" | "resumed"; seen?: string },
  at: Temporal.Instant,
): Promise<Outcome<PauseRefusal>> {
  return inTransaction(async (tx) => {
    const locked = await lockOwn(tx, actor, enrollmentId);
    const enrollment = locked?.enrollment;
    if (enrollment?.state !== "waitlisted" && enrollment?.state !== "applied")
      return refuse("not_waiting_here");
    if (seen !== undefined && standingOf(enrollment) !== seen) return refuse("changed");
    if ((enrollment.pausedAt !== null) === (to === "paused")) return done();
    await setPaused(tx, enrollmentId, to === "paused" ? at : null);
    await noteChange(tx, enrollment, words[to][actor.kind], at);
    await record(tx, actor, `enrollment.${to}`, enrollmentId);
    // Whom it kept from a free seat, or the party itself, may be next now.
    if (enrollment.state === "waitlisted") await promote(tx, actor, enrollment.cohortId, at);
    return done();
  });
}

const words = {
  paused: {
    member:
      "Your party asked to be left out for a while. You keep your place in line, and are offered nothing.",
    staff:
      "The clinic leaves your party out for a while. You keep your place in line, and are offered nothing.",
  },
  resumed: {
    member: "Your party is ready for a place again, where it was in line.",
    staff: "The clinic noted that your party is ready for a place again, where it was in line.",
  },
};
