import { dateOf } from "#lib/clock/convert.ts";
import type { Tx } from "#lib/db/transaction.ts";
import type { LockedEnrollment } from "#lib/seats/lock.ts";
import { notePassedOver } from "#lib/seats/offer.ts";
import type { Room } from "./decide.ts";
import { noteChange } from "./note-change.ts";
import { eligible } from "./promote.ts";
import { passedWords } from "./words.ts";

/** So many parties of a line are looked at, as `promote` does. */
const window = 200;

/**
 * Writes down why staff offer a party seats out of turn. Larger parties that it passes keep the promise of the
 * policy: this counts, as if the policy had passed them.
 */
export async function noteOutOfTurn(
  tx: Tx,
  enrollment: LockedEnrollment,
  reason: string,
  room: Room,
  at: Temporal.Instant,
): Promise<void> {
  const ahead = await tx.enrollment.findMany({
    where: { cohortId: enrollment.cohortId, ...eligible(at), AND: isAhead(enrollment) },
    orderBy: [{ joinedAt: "asc" }, { id: "asc" }],
    take: window,
    select: { id: true, seats: true, fewest: true, passedOver: true },
  });
  const promised = room.policy === "fit" && room.hoursOfSaving > 0;
  const passed = promised ? ahead.filter(({ seats, fewest }) => (fewest ?? seats) > room.free) : [];
  await notePassedOver(
    tx,
    passed.map(({ id }) => ({ enrollmentId: id, times: 1 })),
  );
  const because = { cohortId: enrollment.cohortId, at: dateOf(at) };
  await tx.waitlistDecision.createMany({
    data: [
      {
        ...because,
        enrollmentId: enrollment.id,
        kind: "override",
        reason: `The clinic offered you this out of turn: ${reason}`,
      },
      ...passed.map(({ id, seats, passedOver }) => ({
        ...because,
        enrollmentId: id,
        kind: "passedOver" as const,
        reason: passedWords(seats, room.free, passedOver + 1, true),
      })),
    ],
  });
}

/** Whether the offer that stands was made out of turn. */
export async function isOutOfTurn(tx: Tx, { id, offeredAt }: LockedEnrollment): Promise<boolean> {
  if (!offeredAt) return false;
  const overrides = await tx.waitlistDecision.count({
    where: { enrollmentId: id, kind: "override", at: offeredAt },
  });
  return overrides > 0;
}

/** Undoes `noteOutOfTurn` when the offer is taken back: whom it had passed was not passed after all. */
export async function noteTakenBack(
  tx: Tx,
  enrollment: LockedEnrollment,
  at: Temporal.Instant,
): Promise<void> {
  await noteChange(
    tx,
    enrollment,
    "The clinic took this offer back before its letter had gone out. You keep your place in line.",
    at,
  );
  const passed = await tx.waitlistDecision.findMany({
    where: {
      cohortId: enrollment.cohortId,
      kind: "passedOver",
      at: enrollment.offeredAt ?? undefined,
      enrollment: isAhead(enrollment),
    },
    select: { enrollmentId: true },
  });
  await notePassedOver(
    tx,
    passed.map(({ enrollmentId }) => ({ enrollmentId, times: -1 })),
  );
  for (const { enrollmentId } of passed) {
    await noteChange(
      tx,
      { id: enrollmentId, cohortId: enrollment.cohortId },
      "The offer to the smaller party was taken back at once, so it does not count that you were passed.",
      at,
    );
  }
}

function isAhead({ joinedAt, id }: { joinedAt: Date; id: string }) {
  return { OR: [{ joinedAt: { lt: joinedAt } }, { joinedAt, id: { lt: id } }] };
}
