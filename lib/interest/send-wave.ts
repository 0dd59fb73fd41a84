import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { mayAdminister } from "#lib/auth/policy.ts";
import { dateOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { barrierTo } from "#lib/enrollment/barrier.ts";
import { mailMembers } from "#lib/people/mail-party.ts";
import { isLive, lockCohort } from "#lib/seats/lock.ts";
import { lastReply } from "./last-reply.ts";
import { lockInterests } from "./lock.ts";
import { replyByAfter } from "./reply-by.ts";
import type { SendWave } from "./schema.ts";

export type WaveRefusal = "not_yours" | "not_open" | "nobody_left";

/**
 * Invites parties from the interest list to a cohort that is open, if only for them so far. Whoever has been
 * invited somewhere in the meantime, has left or can't be taken is left out: a party has one invitation at a time.
 */
export async function sendWave(
  actor: Staff,
  { cohortId, interestIds, days }: SendWave,
  at = now(),
): Promise<Outcome<WaveRefusal, { invited: number }>> {
  if (!mayAdminister(actor)) return refuse("not_yours");
  return inTransaction(async (tx) => {
    await lockCohort(tx, cohortId);
    const cohort = await tx.cohort.findUnique({
      where: { id: cohortId },
      select: {
        programId: true,
        state: true,
        audience: true,
        largestParty: true,
        cutoffHours: true,
        closesAt: true,
        sessions: { orderBy: { startsAt: "asc" }, take: 1, select: { startsAt: true } },
      },
    });
    const last = cohort && lastReply(cohort, at);
    if (!cohort || !last) return refuse("not_open");
    await lockInterests(tx, interestIds);
    const interests = await tx.interest.findMany({
      where: {
        id: { in: interestIds },
        programId: cohort.programId,
        state: "waiting",
        invitations: { none: { state: "sent" } },
      },
      orderBy: [{ since: "asc" }, { id: "asc" }],
      select: {
        id: true,
        partyId: true,
        party: {
          select: {
            _count: { select: { members: { where: { state: { in: ["invited", "confirmed"] } } } } },
            enrollments: { where: { cohortId }, select: { state: true } },
          },
        },
      },
    });
    const invited = interests.filter(
      ({ party }) =>
        !barrierTo({ seats: party._count.members }, cohort) &&
        !party.enrollments.some(({ state }) => isLive(state)),
    );
    if (invited.length === 0) return refuse("nobody_left");

    const { id: waveId } = await tx.wave.create({
      data: {
        cohortId,
        replyBy: dateOf(replyByAfter(at, days, last)),
        byUserId: actor.userId,
        createdAt: dateOf(at),
      },
      select: { id: true },
    });
    await record(tx, actor, "wave.sent", waveId, { cohortId, invited: invited.length });
    for (const { id, partyId } of invited) {
      const invitation = await tx.invitation.create({
        data: { waveId, interestId: id },
        select: { id: true },
      });
      await record(tx, actor, "invitation.sent", invitation.id);
      await mailMembers(
        tx,
        partyId,
        "invitation",
        (memberId) => ({ memberId, invitationId: invitation.id }),
        at,
      );
    }
    return done({ invited: invited.length });
  });
}
