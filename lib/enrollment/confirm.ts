import type { Actor } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { instantOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction, type Tx } from "#lib/db/transaction.ts";
import { sayYes } from "#lib/people/say-yes.ts";
import { accept, allAccepted, seat } from "#lib/seats/accept.ts";
import { lockParty } from "#lib/seats/lock.ts";
import { promote } from "#lib/waitlist/promote.ts";
import { enrolledNow } from "./enrolled-now.ts";
import { letRestWait } from "./let-rest-wait.ts";
import { tellRuns } from "./tell-runs.ts";

type ByMember = Extract<Actor, { kind: "member" }>;

export type ConfirmRefusal = "lapsed" | "not_live";

/**
 * A member's own yes: to the held seats, or, while the party or their part of it waits, to waiting with it.
 * When everyone who was asked has said yes they are enrolled, and each gets a confirmation. Saying yes twice
 * answers as once.
 */
export function confirm(
  actor: ByMember,
  enrollmentId: string,
  at = now(),
): Promise<Outcome<ConfirmRefusal, { enrolled: boolean }>> {
  return inTransaction((tx) => confirmIn(tx, actor, enrollmentId, at));
}

/** `confirm` as part of a larger change. */
export async function confirmIn(
  tx: Tx,
  actor: ByMember,
  enrollmentId: string,
  at: Temporal.Instant,
): Promise<Outcome<ConfirmRefusal, { enrolled: boolean }>> {
  const locked = await lockParty(tx, enrollmentId);
  const member = await tx.member.findUnique({
    where: { id: actor.memberId },
    select: { partyId: true, state: true, comesAnyway: true },
  });
  if (!locked || member?.partyId !== locked.enrollment.partyId) return refuse("not_live");
  const { enrollment } = locked;
  if (member.state === "declined" || member.state === "left") return refuse("not_live");
  if (enrollment.state === "confirmed" || enrollment.state === "completed") return done({ enrolled: true });
  if (enrollment.state === "expired") return refuse("lapsed");
  if (enrollment.state === "waitlisted" || (enrollment.forFewer && !member.comesAnyway)) {
    await sayYes(tx, actor.memberId, at);
    await record(tx, actor, "enrollment.waits-too", enrollmentId);
    return done({ enrolled: false });
  }
  if (enrollment.state !== "held" || !enrollment.holdExpiresAt) return refuse("not_live");
  if (Temporal.Instant.compare(at, instantOf(enrollment.holdExpiresAt)) >= 0) return refuse("lapsed");

  await sayYes(tx, actor.memberId, at);
  await accept(tx, enrollmentId, actor.memberId, at);
  const enrolled = await allAccepted(tx, enrollment);
  await record(tx, actor, "enrollment.confirmed-by-member", enrollmentId, { enrolled });
  if (enrolled) {
    const restWaits = enrollment.forFewer && (await letRestWait(tx, actor, locked, at));
    await seat(tx, enrollmentId, at);
    await enrolledNow(tx, actor, locked, at);
    await tellRuns(tx, actor, enrollment.cohortId, at);
    if (restWaits) await promote(tx, actor, enrollment.cohortId, at);
  }
  return done({ enrolled });
}
