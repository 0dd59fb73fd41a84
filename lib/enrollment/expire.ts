import { type Actor, job } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { dateOf, instantOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { inTransaction, type Tx } from "#lib/db/transaction.ts";
import { setComesAnyway } from "#lib/people/come-anyway.ts";
import { mailParty } from "#lib/people/mail-party.ts";
import { forgetInvited } from "#lib/people/step-out.ts";
import { type LockedParty, lockParty } from "#lib/seats/lock.ts";
import { backToLine, release, shrink } from "#lib/seats/release.ts";
import { setFewest } from "#lib/seats/set-fewest.ts";
import { noteLapse } from "#lib/waitlist/note-lapse.ts";
import { promote } from "#lib/waitlist/promote.ts";
import { part } from "./part.ts";

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

/**
 * Ends one hold, unless somebody answered in the meantime, and offers the seats to the line. Who let an offer
 * run out ends with it; who had said yes to it, or was not asked at all, keeps the place in line.
 */
async function expire(actor: Actor, enrollmentId: string, at: Temporal.Instant): Promise<boolean> {
  return inTransaction(async (tx) => {
    const locked = await lockParty(tx, enrollmentId);
    if (!locked) return false;
    const { enrollment } = locked;
    if (enrollment.state !== "held" || !enrollment.holdExpiresAt) return false;
    if (Temporal.Instant.compare(at, instantOf(enrollment.holdExpiresAt)) < 0) return false;
    const accepted = await tx.acceptance.findMany({ where: { enrollmentId }, select: { memberId: true } });
    const staysInLine = enrollment.forFewer || (enrollment.offeredAt !== null && accepted.length > 0);
    if (enrollment.forFewer) await backTogether(tx, locked, at);
    else if (staysInLine) {
      const answered = accepted.map(({ memberId }) => memberId);
      await withoutTheSilent(tx, actor, locked, answered, at);
    } else await end(tx, locked, at);
    await record(tx, actor, "enrollment.expired", enrollmentId, { staysInLine });
    const offered = await promote(tx, actor, enrollment.cohortId, at);
    if (staysInLine && !offered.includes(enrollmentId)) {
      await mailParty(tx, enrollment.partyId, "back-in-line", enrollmentId, at);
    }
    return true;
  });
}

/** Nobody, or nobody who waits for anything else, had said yes. */
async function end(tx: Tx, { enrollment, others }: LockedParty, at: Temporal.Instant): Promise<void> {
  await release(tx, enrollment, "expired", at);
  if (others.length === 0) await forgetInvited(tx, enrollment.partyId, at);
  await mailParty(tx, enrollment.partyId, "hold-lapsed", enrollment.id, at);
  await noteLapse(tx, enrollment, at);
}

/**
 * The places were for some of the party, who did not all answer: it waits on together, until it says anew
 * that some would come without the others. Otherwise they would be asked again, and the rest would wait for it.
 */
async function backTogether(
  tx: Tx,
  { enrollment }: Pick<LockedParty, "enrollment">,
  at: Temporal.Instant,
): Promise<void> {
  await setComesAnyway(tx, enrollment.partyId, []);
  await setFewest(tx, enrollment.partyId, null);
  await backToLine(tx, enrollment, null);
  await noteLapse(tx, enrollment, at, "fewer");
}

/**
 * Some said yes in time and some did not: nobody is enrolled without their own yes, and nobody loses their
 * place by another's silence. Those who answered wait on where they were, as a party of their own. Whoever was
 * only ever invited is forgotten (design rule 3); for the others who were silent the time has run out.
 */
async function withoutTheSilent(
  tx: Tx,
  actor: Actor,
  locked: LockedParty,
  answered: string[],
  at: Temporal.Instant,
): Promise<void> {
  const { enrollment, others } = locked;
  await forgetInvited(tx, enrollment.partyId, at);
  const silent = await tx.member.findMany({
    where: { partyId: enrollment.partyId, state: { in: ["invited", "confirmed"] }, id: { notIn: answered } },
    select: { id: true },
  });
  if (silent.length === 0) for (const other of others) await shrink(tx, other);
  else {
    const silentIds = silent.map(({ id }) => id);
    const lapsed = await part(tx, actor, locked, silentIds, at, { lapsed: enrollment.id });
    await noteLapse(tx, { id: lapsed.enrollmentId, cohortId: enrollment.cohortId }, at);
    await mailParty(tx, lapsed.partyId, "hold-lapsed", lapsed.enrollmentId, at);
  }
  await backToLine(tx, enrollment, null);
  await noteLapse(tx, enrollment, at, "answered");
}
