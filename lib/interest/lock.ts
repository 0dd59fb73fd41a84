import type { Tx } from "#lib/db/transaction.ts";
import { lockCohort } from "#lib/seats/lock.ts";
import { Prisma } from "../../prisma/generated/client.ts";

/**
 * Locks parties' places on the list, always after a cohort and in order of id: whoever invites, answers,
 * leaves or lets lapse is served in turn.
 */
export async function lockInterests(tx: Tx, ids: string[]): Promise<void> {
  await tx.$queryRaw(
    Prisma.sql`SELECT 1 FROM "Interest" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR UPDATE`,
  );
}

/** Locks a party's place on the list, then reads it. */
export async function lockInterest(tx: Tx, id: string) {
  await lockInterests(tx, [id]);
  return tx.interest.findUnique({ where: { id }, select: { id: true, partyId: true, state: true } });
}

/** Locks the cohort of an invitation and the party's place on the list, then reads the invitation. */
export async function lockInvitation(tx: Tx, id: string) {
  const found = await tx.invitation.findUnique({
    where: { id },
    select: { interestId: true, wave: { select: { cohortId: true } } },
  });
  if (!found) return null;
  await lockCohort(tx, found.wave.cohortId);
  await lockInterests(tx, [found.interestId]);
  return tx.invitation.findUnique({
    where: { id },
    select: {
      id: true,
      state: true,
      enrollmentId: true,
      interest: { select: { id: true, partyId: true, since: true } },
      wave: {
        select: {
          replyBy: true,
          cohort: {
            select: {
              id: true,
              state: true,
              audience: true,
              largestParty: true,
              sessions: { orderBy: { startsAt: "asc" }, take: 1, select: { startsAt: true } },
            },
          },
        },
      },
    },
  });
}
