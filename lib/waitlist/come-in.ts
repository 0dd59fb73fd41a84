import { dateOf } from "#lib/clock/convert.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { notePassedOver } from "#lib/seats/offer.ts";
import { decide } from "./decide.ts";
import { eligible } from "./promote.ts";
import { roomOf, roomSelect } from "./room.ts";
import { passedWords } from "./words.ts";

type Comer = { id: string; seats: number; joinedAt: Date };

/**
 * Whether a party from elsewhere may take its seats at once, by the very policy that decides about the line:
 * it stands there by its own time of joining. When it may, those whom it passes are told, as always. In the
 * last hours, when nobody in line is asked any more, free seats suffice.
 */
export async function mayComeIn(
  tx: Tx,
  cohortId: string,
  comer: Comer,
  at: Temporal.Instant,
): Promise<{ comes: boolean; free: number }> {
  const cohort = await tx.cohort.findUniqueOrThrow({ where: { id: cohortId }, select: roomSelect });
  const free = cohort.capacity - cohort.seatsTaken;
  const room = roomOf(cohort, at);
  if (!room) return { comes: comer.seats <= free, free };

  const line = await tx.enrollment.findMany({
    where: { cohortId, AND: [eligible(at), before(comer)] },
    orderBy: [{ joinedAt: "asc" }, { id: "asc" }],
    take: 200,
    select: { id: true, seats: true, fewest: true, passedOver: true },
  });
  const ahead = line.map(({ id, ...party }) => ({ enrollmentId: id, ...party }));
  const self = { enrollmentId: comer.id, seats: comer.seats, fewest: null, passedOver: 0 };
  const { offers } = decide(room, [...ahead, self]);
  const asked = new Set(offers.map(({ enrollmentId }) => enrollmentId));
  if (!asked.has(comer.id)) return { comes: false, free };

  const passed = room.hoursOfSaving > 0 ? ahead.filter((party) => !asked.has(party.enrollmentId)) : [];
  await notePassedOver(
    tx,
    passed.map(({ enrollmentId }) => ({ enrollmentId, times: 1 })),
  );
  await tx.waitlistDecision.createMany({
    data: passed.map(({ enrollmentId, seats, passedOver }) => ({
      cohortId,
      enrollmentId,
      kind: "passedOver",
      reason: passedWords(seats, free, passedOver + 1, room.hoursOfSaving > 0),
      at: dateOf(at),
    })),
  });
  return { comes: true, free };
}

/** Whether nobody who waits in the cohort stands before this place in line. */
export async function isFirst(
  tx: Tx,
  cohortId: string,
  comer: Comer,
  at: Temporal.Instant,
): Promise<boolean> {
  return (await tx.enrollment.count({ where: { cohortId, AND: [eligible(at), before(comer)] } })) === 0;
}

function before({ joinedAt, id }: Comer) {
  return { OR: [{ joinedAt: { lt: joinedAt } }, { joinedAt, id: { lt: id } }] };
}
