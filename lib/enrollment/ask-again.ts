import type { Actor } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { cohortsOf } from "#lib/auth/policy.ts";
import { dateOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { mailParty } from "#lib/people/mail-party.ts";
import { lockEnrollment } from "#lib/seats/lock.ts";

/** Nobody is asked more often than this. */
const pause = Temporal.Duration.from({ hours: 12 });

/** Writes again to a member who has not answered yet, at most twice a day: asking is kind, pressing is not. */
export async function askAgain(
  actor: Extract<Actor, { kind: "member" | "staff" }>,
  enrollmentId: string,
  memberId: string,
  at = now(),
): Promise<Outcome<"asked_recently" | "not_waiting">> {
  return inTransaction(async (tx) => {
    const enrollment = await lockEnrollment(tx, enrollmentId);
    if (enrollment?.state !== "held") return refuse("not_waiting");
    if (actor.kind === "member") {
      const { partyId } = enrollment;
      const asker = {
        id: actor.memberId,
        partyId,
        state: { in: ["invited" as const, "confirmed" as const] },
      };
      if ((await tx.member.count({ where: asker })) === 0) return refuse("not_waiting");
    } else {
      const theirs = await tx.cohort.count({ where: { id: enrollment.cohortId, ...cohortsOf(actor) } });
      if (theirs === 0) return refuse("not_waiting");
    }
    const asked = await tx.member.findFirst({
      where: {
        id: memberId,
        partyId: enrollment.partyId,
        state: { in: ["invited", "confirmed"] },
        // Of a party that would take fewer, only those are asked for whom the seats are held.
        ...(enrollment.forFewer && { comesAnyway: true }),
        acceptances: { none: { enrollmentId } },
      },
      select: { id: true },
    });
    if (!asked) return refuse("not_waiting");
    const recent = await tx.message.count({
      where: {
        direction: "outgoing",
        createdAt: { gt: dateOf(at.subtract(pause)) },
        props: { path: ["memberId"], equals: memberId },
        template: { in: ["please-confirm", "offer", "party-changed"] },
      },
    });
    if (recent > 0) return refuse("asked_recently");
    await mailParty(
      tx,
      enrollment.partyId,
      enrollment.offeredAt ? "offer" : "please-confirm",
      enrollmentId,
      at,
      ({ id }) => id === memberId,
    );
    await record(tx, actor, "enrollment.asked-again", enrollmentId);
    return done();
  });
}
