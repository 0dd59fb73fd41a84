import { type Actor, job } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { dateOf, instantOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { mailParty } from "#lib/people/mail-party.ts";
import { forgetInvited } from "#lib/people/step-out.ts";
import { lockEnrollment } from "#lib/seats/lock.ts";
import { release } from "#lib/seats/release.ts";
import { noteLapse } from "#lib/waitlist/note-lapse.ts";
import { promote } from "#lib/waitlist/promote.ts";

/** Ends every hold whose time has run out, each in a transaction of its own. Returns how many. */
export async function expireHolds(at = now()): Promise<number> {
  const due = await db.enrollment.findMany({
    where: { state: "held", holdExpiresAt: { lte: dateOf(at) } },
    orderBy: { holdExpiresAt: "asc" },
    take: 500,
    select: { id: true },
  });
  let ended = 0;
  for (const { id } of due) if (await expire(job, id, at)) ended += 1;
  return ended;
}

/** Ends one hold, unless somebody answered in the meantime; tells those who asked for it, and offers the seats to the line. */
async function expire(actor: Actor, enrollmentId: string, at: Temporal.Instant): Promise<boolean> {
  return inTransaction(async (tx) => {
    const enrollment = await lockEnrollment(tx, enrollmentId);
    if (enrollment?.state !== "held" || !enrollment.holdExpiresAt) return false;
    if (Temporal.Instant.compare(at, instantOf(enrollment.holdExpiresAt)) < 0) return false;
    await release(tx, enrollment, "expired", at);
    await forgetInvited(tx, enrollment.partyId, at);
    await mailParty(tx, enrollment.partyId, "hold-lapsed", enrollmentId, at);
    await noteLapse(tx, enrollment, at);
    await record(tx, actor, "enrollment.expired", enrollmentId);
    await promote(tx, actor, enrollment.cohortId, at);
    return true;
  });
}
