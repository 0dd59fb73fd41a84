import { record } from "#lib/audit/record.ts";
import { now } from "#lib/clock/now.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction, type Tx } from "#lib/db/transaction.ts";
import { mailParty } from "#lib/people/mail-party.ts";
import { allAccepted, seat } from "#lib/seats/accept.ts";
import { isLive, type LockedParty, lockParty } from "#lib/seats/lock.ts";
import { noteChange } from "#lib/waitlist/note-change.ts";
import { promote } from "#lib/waitlist/promote.ts";
import { enrolledNow } from "./enrolled-now.ts";
import { letRestWait } from "./let-rest-wait.ts";
import { type ForParty, lockOwn } from "./lock-own.ts";
import { part } from "./part.ts";

export type SplitRefusal = "not_live" | "alone" | "some_are_asked";

/**
 * A party comes apart (design rule 12): those who go, the one who presses, or whom an admin names, are a party of
 * their own from here on. Everyone keeps seat, place in line and yes; neither party sees the other any more.
 * While seats are kept for some of the party alone, those and the rest come apart first.
 */
export async function split(
  actor: ForParty,
  enrollmentId: string,
  named: string[] = actor.kind === "member" ? [actor.memberId] : [],
  at = now(),
): Promise<Outcome<SplitRefusal>> {
  return inTransaction(async (tx) => {
    const own = await lockOwn(tx, actor, enrollmentId);
    if (!own || !isLive(own.enrollment.state)) return refuse("not_live");
    const leaving = actor.kind === "member" ? [actor.memberId] : named;
    const before = await coming(tx, own.enrollment.partyId);
    if (!leaving.length || !leaving.every((id) => before.some((one) => one.id === id)))
      return refuse("not_live");
    if (leaving.length === before.length) return refuse("alone");

    let locked: LockedParty | null = own;
    const forFewer = [own.enrollment, ...own.others].find((each) => each.forFewer);
    if (forFewer) {
      const asked = before.filter(({ id, comesAnyway }) => comesAnyway && leaving.includes(id)).length;
      if (asked > 0 && asked < leaving.length) return refuse("some_are_asked");
      const others = [own.enrollment, ...own.others].filter(({ id }) => id !== forFewer.id);
      const restId = await letRestWait(tx, actor, { enrollment: forFewer, others }, at);
      locked = asked > 0 ? await lockParty(tx, enrollmentId) : await placeOf(tx, restId, own);
    }
    if (!locked) throw new Error("The party that comes apart is not there.");
    const rest = await coming(tx, locked.enrollment.partyId);
    if (rest.length > leaving.length) await comeApart(tx, actor, locked, leaving, at);
    for (const { cohortId } of [own.enrollment, ...own.others]) await promote(tx, actor, cohortId, at);
    return done();
  });
}

async function comeApart(
  tx: Tx,
  actor: ForParty,
  locked: LockedParty,
  leaving: string[],
  at: Temporal.Instant,
): Promise<void> {
  const { enrollment } = locked;
  const theirs = await part(tx, actor, locked, leaving, at);
  await record(tx, actor, "enrollment.split", enrollment.id, { into: theirs.enrollmentId });
  for (const id of [enrollment.id, theirs.enrollmentId]) {
    const now = await lockParty(tx, id);
    if (!now) throw new Error("A part of the party is not there.");
    if (actor.kind === "staff") {
      const reason =
        "The clinic noted, as it was asked, that each of you comes on your own account from here on.";
      await noteChange(tx, now.enrollment, reason, at);
    }
    await mailParty(tx, now.enrollment.partyId, "party-split", id, at);
    await seatWhoAllSaidYes(tx, actor, now, at);
  }
}

/** A part of which everybody had said yes no longer waits for the others. */
async function seatWhoAllSaidYes(
  tx: Tx,
  actor: ForParty,
  { enrollment, others }: LockedParty,
  at: Temporal.Instant,
): Promise<void> {
  const everywhere = [enrollment, ...others];
  for (const each of everywhere) {
    if (each.state !== "held" || !(await allAccepted(tx, each))) continue;
    await seat(tx, each.id, at);
    const elsewhere = everywhere.filter(({ id }) => id !== each.id);
    await enrolledNow(tx, actor, { enrollment: each, others: elsewhere }, at);
  }
}

function coming(tx: Tx, partyId: string) {
  return tx.member.findMany({
    where: { partyId, state: { in: ["invited", "confirmed"] } },
    select: { id: true, comesAnyway: true },
  });
}

/** The share that a new party has of the same enrolment. */
async function placeOf(tx: Tx, partyId: string | null, { enrollment }: LockedParty) {
  const share = await tx.enrollment.findFirst({
    where: { partyId: partyId ?? enrollment.partyId, cohortId: enrollment.cohortId },
    orderBy: { id: "desc" },
    select: { id: true },
  });
  return share && lockParty(tx, share.id);
}
