import type { Actor } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { dateOf, instantOf } from "#lib/clock/convert.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { mailParty } from "#lib/people/mail-party.ts";
import { lockCohort } from "#lib/seats/lock.ts";
import { holdForLine, notePassedOver } from "#lib/seats/offer.ts";
import { decide } from "./decide.ts";
import { offeredWords, passedWords } from "./words.ts";

/** So many parties of a line are looked at: more than a cohort has chairs. */
const window = 200;

/**
 * Offers free seats to the line, in the transaction that freed them. Nobody is offered anything in the
 * cohort's last hours before its start. Writes why, for each party it concerns (design rule 5).
 * Returns the enrolments that were offered seats.
 */
export async function promote(
  tx: Tx,
  actor: Actor,
  cohortId: string,
  at: Temporal.Instant,
): Promise<string[]> {
  await lockCohort(tx, cohortId);
  const cohort = await tx.cohort.findUniqueOrThrow({
    where: { id: cohortId },
    select: {
      state: true,
      capacity: true,
      seatsTaken: true,
      partiesWaiting: true,
      cutoffHours: true,
      sessions: { orderBy: { startsAt: "asc" }, take: 1, select: { startsAt: true } },
    },
  });
  const free = cohort.capacity - cohort.seatsTaken;
  const start = cohort.sessions[0];
  if (cohort.state === "cancelled" || free === 0 || cohort.partiesWaiting === 0 || !start) return [];
  const cutoff = instantOf(start.startsAt).subtract({ hours: cohort.cutoffHours });
  if (Temporal.Instant.compare(at, cutoff) >= 0) return [];

  const line = await tx.enrollment.findMany({
    where: { cohortId, state: "waitlisted", OR: [{ restsUntil: null }, { restsUntil: { lte: dateOf(at) } }] },
    orderBy: [{ joinedAt: "asc" }, { id: "asc" }],
    take: window,
    select: { id: true, seats: true, passedOver: true, partyId: true },
  });
  const { offers, passes } = decide(
    free,
    line.map(({ id, ...party }) => ({ enrollmentId: id, ...party })),
  );
  if (offers.length === 0) return [];

  const offered = offers.map(({ enrollmentId }) => enrollmentId);
  await holdForLine(tx, cohortId, offered, at);
  await notePassedOver(tx, passes);
  await tx.waitlistDecision.createMany({
    data: [
      ...offers.map(({ enrollmentId, seats }) => ({
        cohortId,
        enrollmentId,
        kind: "offered" as const,
        reason: offeredWords(seats, free),
        at: dateOf(at),
      })),
      ...passes.map(({ enrollmentId, times }) => {
        const party = line.find(({ id }) => id === enrollmentId);
        return {
          cohortId,
          enrollmentId,
          kind: "passedOver" as const,
          reason: passedWords(party?.seats ?? 0, free, (party?.passedOver ?? 0) + times),
          at: dateOf(at),
        };
      }),
    ],
  });
  for (const enrollment of line.filter(({ id }) => offered.includes(id))) {
    await record(tx, actor, "enrollment.offered", enrollment.id);
    await mailParty(tx, enrollment.partyId, "offer", enrollment.id, at);
  }
  return offered;
}
