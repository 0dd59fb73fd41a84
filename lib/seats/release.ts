import { dateOf } from "#lib/clock/convert.ts";
import type { Tx } from "#lib/db/transaction.ts";
import type { LockedEnrollment } from "./lock.ts";

/** Ends a live enrolment; its seats, if it had any, are free with the same statement. */
export async function release(
  tx: Tx,
  enrollment: LockedEnrollment,
  state: "withdrawn" | "expired" | "cancelled" | "declined",
  at: Temporal.Instant,
): Promise<void> {
  await tx.enrollment.update({
    where: { id: enrollment.id, state: enrollment.state },
    data: { state, endedAt: dateOf(at), holdExpiresAt: null, pausedAt: null, forFewer: false },
  });
}

/**
 * Gives an offered place back and stays in line, where the party was, as the whole party that it is; nobody
 * asks it again before `restsUntil`.
 */
export async function backToLine(
  tx: Tx,
  enrollment: LockedEnrollment,
  restsUntil: Temporal.Instant | null,
): Promise<void> {
  await tx.acceptance.deleteMany({ where: { enrollmentId: enrollment.id } });
  const seats = await tx.member.count({
    where: { partyId: enrollment.partyId, state: { in: ["invited", "confirmed"] } },
  });
  await tx.enrollment.update({
    where: { id: enrollment.id, state: "held" },
    data: {
      state: "waitlisted",
      seats,
      forFewer: false,
      holdExpiresAt: null,
      restsUntil: restsUntil && dateOf(restsUntil),
    },
  });
}

/**
 * Keeps `seats` of a party's places after somebody of it left. What is only held needs a fresh yes of
 * everyone who remains: they said yes to coming together.
 */
export async function shrink(tx: Tx, enrollment: LockedEnrollment, leavingMemberId: string): Promise<void> {
  const asksAgain = enrollment.state === "held";
  await tx.acceptance.deleteMany({
    where: { enrollmentId: enrollment.id, ...(asksAgain ? {} : { memberId: leavingMemberId }) },
  });
  await tx.enrollment.update({ where: { id: enrollment.id }, data: { seats: enrollment.seats - 1 } });
}
