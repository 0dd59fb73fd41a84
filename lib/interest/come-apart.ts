import type { MemberActor } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { now } from "#lib/clock/now.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction, type Tx } from "#lib/db/transaction.ts";
import { mailMembers } from "#lib/people/mail-party.ts";
import { moveOut } from "#lib/people/move-out.ts";
import { sayYes } from "#lib/people/say-yes.ts";
import { liveStates } from "#lib/seats/lock.ts";
import { belongs } from "./belongs.ts";
import { lockInterests } from "./lock.ts";

/**
 * A party that is only on interest lists comes apart (design rule 12): whoever asks goes on alone, and by asking
 * says that they wait. Both keep since when they wait, what suits them and an invitation that awaits an
 * answer; neither sees the other any more. A party that has places comes apart by `split`.
 */
export async function comeApart(
  actor: MemberActor,
  interestId: string,
  at = now(),
): Promise<Outcome<"not_on_the_list" | "alone" | "has_places">> {
  return inTransaction(async (tx) => {
    const party = await lockWaiting(tx, interestId);
    if (!party || !(await belongs(tx, actor, party.id))) return refuse("not_on_the_list");
    const partyId = party.id;
    if (await tx.enrollment.count({ where: { partyId, state: { in: [...liveStates] } } }))
      return refuse("has_places");
    const members = await tx.member.findMany({
      where: { partyId, state: { in: ["invited", "confirmed"] } },
      select: { id: true, position: true },
    });
    if (members.length < 2) return refuse("alone");

    const wrote = members.some(({ id, position }) => id === actor.memberId && position === 1);
    const theirs = await moveOut(tx, [actor.memberId]);
    await sayYes(tx, actor.memberId, at);
    for (const id of party.interestIds) {
      const own = await divide(tx, id, theirs, wrote);
      await record(tx, actor, "interest.came-apart", id, { into: own });
      await tellApart(tx, partyId, id, at);
      await tellApart(tx, theirs, own, at);
    }
    return done();
  });
}

/** Locks all that a party waits for. Null when it no longer waits. */
async function lockWaiting(tx: Tx, interestId: string) {
  const found = await tx.interest.findUnique({ where: { id: interestId }, select: { partyId: true } });
  if (!found) return null;
  const waiting = { partyId: found.partyId, state: "waiting" as const };
  const before = await tx.interest.findMany({ where: waiting, select: { id: true } });
  await lockInterests(
    tx,
    before.map(({ id }) => id),
  );
  const still = await tx.interest.findMany({ where: waiting, orderBy: { id: "asc" }, select: { id: true } });
  const interestIds = still.map(({ id }) => id);
  return interestIds.includes(interestId) ? { id: found.partyId, interestIds } : null;
}

/** The same wish for whoever goes. The note goes with the one who wrote it, and the other never had it. */
async function divide(tx: Tx, id: string, theirPartyId: string, takesNote: boolean): Promise<string> {
  const { programId, since, suits, format, note, invitations } = await tx.interest.findUniqueOrThrow({
    where: { id },
    include: { invitations: { where: { state: "sent" }, select: { waveId: true } } },
  });
  if (takesNote) await tx.interest.update({ where: { id }, data: { note: "" } });
  const own = await tx.interest.create({
    data: {
      partyId: theirPartyId,
      programId,
      since,
      suits,
      format,
      note: takesNote ? note : "",
      invitations: { create: invitations },
    },
    select: { id: true },
  });
  return own.id;
}

function tellApart(tx: Tx, partyId: string, interestId: string, at: Temporal.Instant): Promise<void> {
  return mailMembers(tx, partyId, "interest-apart", (memberId) => ({ memberId, interestId }), at);
}
