import { now } from "#lib/clock/now.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { forgetInvited } from "#lib/people/step-out.ts";
import { liveStates, lockEnrollment } from "#lib/seats/lock.ts";

/**
 * A while after a party was taken out of a line: forgets those in it who were only invited, unless the party
 * was put back, or is enrolled elsewhere (design rule 3).
 */
export async function forgetTakenOut(enrollmentId: string, at = now()): Promise<void> {
  await inTransaction(async (tx) => {
    const enrollment = await lockEnrollment(tx, enrollmentId);
    if (!enrollment) return;
    const live = await tx.enrollment.count({
      where: { partyId: enrollment.partyId, state: { in: [...liveStates] } },
    });
    if (live === 0) await forgetInvited(tx, enrollment.partyId, at);
  });
}
