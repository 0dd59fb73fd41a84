import { job } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { dateOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { inTransaction, type Tx } from "#lib/db/transaction.ts";
import type { Prisma } from "../../prisma/generated/client.ts";
import { endInterest } from "./end.ts";
import { lockInterest, lockInvitation } from "./lock.ts";

/**
 * Ends every invitation that nobody answered in time, or whose cohort was cancelled or has begun; the party
 * stays on the list where it was. Returns how many.
 */
export async function lapseInvitations(at = now()): Promise<number> {
  const due = await db.invitation.findMany({
    where: overAt(at),
    orderBy: { id: "asc" },
    take: 500,
    select: { id: true },
  });
  let ended = 0;
  for (const { id } of due) {
    ended += await inTransaction(async (tx) => {
      await lockInvitation(tx, id);
      return lapse(tx, { id, ...overAt(at) }, at);
    });
  }
  return ended;
}

/**
 * Takes parties off the list that got a place in the program on another way, from a waitlist where they still
 * stood. Returns how many.
 */
export async function endFulfilled(at = now()): Promise<number> {
  const confirmed = await db.interest.findMany({
    where: { state: "waiting", party: { enrollments: { some: { state: "confirmed" } } } },
    orderBy: { id: "asc" },
    take: 500,
    select: {
      id: true,
      programId: true,
      party: {
        select: {
          enrollments: { where: { state: "confirmed" }, select: { cohort: { select: { programId: true } } } },
        },
      },
    },
  });
  const fulfilled = confirmed.filter(({ programId, party }) =>
    party.enrollments.some(({ cohort }) => cohort.programId === programId),
  );
  for (const { id } of fulfilled) {
    await inTransaction(async (tx) => {
      const interest = await lockInterest(tx, id);
      if (interest?.state !== "waiting") return;
      await lapse(tx, { interestId: id, state: "sent" }, at);
      await endInterest(tx, id, "enrolled", at);
      await record(tx, job, "interest.enrolled", id);
    });
  }
  return fulfilled.length;
}

async function lapse(tx: Tx, where: Prisma.InvitationWhereInput, at: Temporal.Instant): Promise<number> {
  const lapsed = await tx.invitation.updateManyAndReturn({
    where,
    data: { state: "lapsed", answeredAt: dateOf(at) },
    select: { id: true },
  });
  for (const { id } of lapsed) await record(tx, job, "invitation.lapsed", id);
  return lapsed.length;
}

function overAt(at: Temporal.Instant) {
  return {
    state: "sent",
    wave: {
      OR: [
        { replyBy: { lte: dateOf(at) } },
        { cohort: { state: "cancelled" } },
        { cohort: { sessions: { some: { startsAt: { lte: dateOf(at) } } } } },
      ],
    },
  } satisfies Prisma.InvitationWhereInput;
}
