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
  const { seats, fewest } = await sizeOf(tx, enrollment.partyId);
  await tx.enrollment.update({
    where: { id: enrollment.id, state: "held" },
    data: {
      state: "waitlisted",
      seats,
      fewest,
      forFewer: false,
      holdExpiresAt: null,
      restsUntil: restsUntil && dateOf(restsUntil),
    },
  });
}

/**
 * Keeps a party's places for those who remain after somebody of it left. What is only held needs a fresh yes
 * of everyone: they said yes to coming together. Seats held for fewer go back when none of those remains.
 */
export async function shrink(tx: Tx, enrollment: LockedEnrollment): Promise<void> {
  const { seats, anyway, fewest } = await sizeOf(tx, enrollment.partyId);
  if (enrollment.forFewer && anyway === 0) return backToLine(tx, enrollment, null);
  const forFewer = enrollment.forFewer && fewest !== null;
  const kept = forFewer ? anyway : seats;
  const asksAgain = enrollment.state === "held" && kept < enrollment.seats;
  await tx.acceptance.deleteMany({
    where: {
      enrollmentId: enrollment.id,
      ...(asksAgain ? {} : { member: { state: { in: ["declined", "left"] } } }),
    },
  });
  await tx.enrollment.update({
    where: { id: enrollment.id },
    data: { seats: kept, fewest, forFewer },
  });
}

/** How many a party is, how many of them come anyway, and what the fewest seats are that it would take. */
export async function sizeOf(tx: Tx, partyId: string) {
  const members = await tx.member.findMany({
    where: { partyId, state: { in: ["invited", "confirmed"] } },
    select: { comesAnyway: true },
  });
  const seats = members.length;
  const anyway = members.filter(({ comesAnyway }) => comesAnyway).length;
  return { seats, anyway, fewest: anyway > 0 && anyway < seats ? anyway : null };
}
