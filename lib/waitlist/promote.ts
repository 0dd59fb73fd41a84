import type { Actor } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { dateOf } from "#lib/clock/convert.ts";
import { isAwake } from "#lib/clock/waking.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { mailParty } from "#lib/people/mail-party.ts";
import { lockCohort } from "#lib/seats/lock.ts";
import { holdForLine, notePassedOver } from "#lib/seats/offer.ts";
import type { Prisma } from "../../prisma/generated/client.ts";
import { type Decision, decide, type Room, type Waiting } from "./decide.ts";
import { offerEnd } from "./offer-end.ts";
import { roomOf, roomSelect } from "./room.ts";
import { offeredWords, passedWords } from "./words.ts";

/** So many parties of a line are looked at: more than a cohort has chairs. */
const window = 200;

/** Who of a line can be offered a place now: nobody who rests after a "not this time", or has paused. */
export function eligible(at: Temporal.Instant) {
  return {
    state: "waitlisted",
    pausedAt: null,
    OR: [{ restsUntil: null }, { restsUntil: { lte: dateOf(at) } }],
  } satisfies Prisma.EnrollmentWhereInput;
}

/**
 * Offers free seats to the line, in the transaction that freed them. Nobody is offered anything in the
 * cohort's last hours before its start, or while the clinic sleeps (`tendWaitlists` goes on in the morning).
 * Writes why, for each party it concerns (design rule 5). Returns the enrolments that were offered seats.
 */
export async function promote(
  tx: Tx,
  actor: Actor,
  cohortId: string,
  at: Temporal.Instant,
): Promise<string[]> {
  if (!isAwake(at)) return [];
  await lockCohort(tx, cohortId);
  const cohort = await tx.cohort.findUniqueOrThrow({
    where: { id: cohortId },
    select: { ...roomSelect, partiesWaiting: true, offerHours: true },
  });
  const room = roomOf(cohort, at);
  if (!room || room.free === 0 || cohort.partiesWaiting === 0) return [];

  const line = await tx.enrollment.findMany({
    where: { cohortId, ...eligible(at) },
    orderBy: [{ joinedAt: "asc" }, { id: "asc" }],
    take: window,
    select: { id: true, seats: true, fewest: true, passedOver: true, partyId: true },
  });
  const waiting = line.map(({ id, ...party }) => ({ enrollmentId: id, ...party }));
  const decision = decide(room, waiting);
  if (decision.offers.length === 0) return [];

  await notePassedOver(tx, decision.passes);
  await holdForLine(tx, decision.offers, at, offerEnd(at, { ...cohort, startsAt: room.startsAt }));
  await explain(tx, cohortId, decision, waiting, room, at);
  for (const { enrollmentId, seats } of decision.offers) {
    const party = waiting.find((one) => one.enrollmentId === enrollmentId);
    if (!party) continue;
    const forFewer = seats < party.seats;
    await record(tx, actor, "enrollment.offered", enrollmentId);
    await mailParty(
      tx,
      party.partyId,
      "offer",
      enrollmentId,
      at,
      ({ comesAnyway }) => comesAnyway || !forFewer,
    );
  }
  return decision.offers.map(({ enrollmentId }) => enrollmentId);
}

/** Writes down why each party was offered its seats, or passed. */
async function explain(
  tx: Tx,
  cohortId: string,
  { offers, passes }: Decision,
  line: Waiting[],
  { free, hoursOfSaving }: Room,
  at: Temporal.Instant,
) {
  const partyOf = (id: string) => line.find(({ enrollmentId }) => enrollmentId === id) as Waiting;
  const because = { cohortId, at: dateOf(at) };
  await tx.waitlistDecision.createMany({
    data: [
      ...offers.map(({ enrollmentId, seats }) => ({
        ...because,
        enrollmentId,
        kind: "offered" as const,
        reason: offeredWords(seats, free, partyOf(enrollmentId).seats),
      })),
      ...passes.map(({ enrollmentId, times }) => ({
        ...because,
        enrollmentId,
        kind: "passedOver" as const,
        reason: passedWords(
          partyOf(enrollmentId).seats,
          free,
          partyOf(enrollmentId).passedOver + times,
          hoursOfSaving > 0,
        ),
      })),
    ],
  });
}
