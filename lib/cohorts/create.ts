import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { mayAdminister } from "#lib/auth/policy.ts";
import { dateOf, dateOfLocal } from "#lib/clock/convert.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { copyDefaults } from "#lib/library/copy-defaults.ts";
import { placesGiven } from "./places-given.ts";
import type { PlannedSession } from "./plan.ts";
import { planCohort } from "./plan-cohort.ts";
import type { CohortInput } from "./schema.ts";

/**
 * Creates a cohort as a draft, with all its sessions. A facilitator who creates one facilitates it; an admin says who does.
 * `fee` is in whole units of the clinic's currency, stored in cents. Returns the cohort's id.
 */
export async function createCohort(actor: Staff, input: CohortInput): Promise<string> {
  return inTransaction(async (tx) => {
    const sessions = await planCohort(input, tx);
    const facilitators = await tx.user.findMany({
      where: {
        role: { not: null },
        id: { in: mayAdminister(actor) ? input.facilitatorIds : [actor.userId] },
      },
      select: { id: true },
    });
    const cohort = await tx.cohort.create({
      data: {
        programId: input.programId,
        title: input.title,
        description: input.description,
        timeZone: input.timeZone,
        format: input.format,
        place: input.place,
        joinUrl: input.joinUrl ?? null,
        feeCents: input.fee === undefined ? null : Math.round(input.fee * 100),
        feeNote: input.feeNote,
        capacity: input.capacity,
        largestParty: Math.min(input.largestParty, input.capacity),
        // A short program can't ask for more of its sessions than it has.
        completeFrom: Math.min(input.completeFrom ?? 7, countedOf(sessions)),
        audience: input.audience,
        ...placesGiven(input, input.timeZone),
        facilitators: { create: facilitators.map(({ id }) => ({ userId: id })) },
        sessions: {
          create: sessions.map((session) => ({
            ...session,
            startsLocal: dateOfLocal(session.startsLocal),
            startsAt: dateOf(session.startsAt),
            endsAt: dateOf(session.endsAt),
          })),
        },
      },
      select: { id: true },
    });
    await copyDefaults(tx, cohort.id);
    await record(tx, actor, "cohort.created", cohort.id);
    return cohort.id;
  });
}

/** How many sessions can count; an orientation does not. */
function countedOf(sessions: PlannedSession[]): number {
  return Math.max(1, sessions.filter(({ kind }) => kind !== "orientation").length);
}
