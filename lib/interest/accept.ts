import type { MemberActor } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { dateOf, instantOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction, type Tx } from "#lib/db/transaction.ts";
import { barrierTo } from "#lib/enrollment/barrier.ts";
import { confirmIn } from "#lib/enrollment/confirm.ts";
import { mailParty } from "#lib/people/mail-party.ts";
import { sayYes } from "#lib/people/say-yes.ts";
import { type Joined, join } from "#lib/seats/join.ts";
import { isLive } from "#lib/seats/lock.ts";
import { promote } from "#lib/waitlist/promote.ts";
import { belongs } from "./belongs.ts";
import { endInterest } from "./end.ts";
import { lockInvitation } from "./lock.ts";

export type AcceptRefusal = "invitation_over" | "not_for_them";

/**
 * A member accepts an invitation for their party: it gets seats, held until each has said yes, or its place in
 * line, from when it began to wait on the interest list. The press is that member's own yes. A partner who
 * accepts after them says their own.
 */
export async function acceptInvitation(
  actor: MemberActor,
  invitationId: string,
  at = now(),
): Promise<Outcome<AcceptRefusal, { state: Joined["state"] }>> {
  return inTransaction(async (tx) => {
    const invitation = await lockInvitation(tx, invitationId);
    if (!invitation || !(await belongs(tx, actor, invitation.interest.partyId)))
      return refuse("invitation_over");
    const { interest, wave } = invitation;
    if (invitation.state === "accepted" && invitation.enrollmentId) {
      await confirmIn(tx, actor, invitation.enrollmentId, at);
      return done({ state: "held" as const });
    }
    if (invitation.state !== "sent" || !stands(wave, at)) return refuse("invitation_over");
    const seats = await tx.member.count({
      where: { partyId: interest.partyId, state: { in: ["invited", "confirmed"] } },
    });
    if (barrierTo({ seats }, wave.cohort)) return refuse("not_for_them");

    const party = { partyId: interest.partyId, cohortId: wave.cohort.id, seats };
    const joined =
      (await joinedAlready(tx, party)) ??
      (await take(tx, actor, { ...party, joinedAt: instantOf(interest.since) }, at));
    await tx.invitation.update({
      where: { id: invitationId },
      data: { state: "accepted", answeredAt: dateOf(at), enrollmentId: joined.enrollmentId },
    });
    await endInterest(tx, interest.id, "enrolled", at);
    await record(tx, actor, "invitation.accepted", invitationId, { enrollmentId: joined.enrollmentId });
    if (joined.state === "applied") await sayYes(tx, actor.memberId, at);
    else await confirmIn(tx, actor, joined.enrollmentId, at);
    return done({ state: joined.state });
  });
}

type Wave = NonNullable<Awaited<ReturnType<typeof lockInvitation>>>["wave"];

function stands({ replyBy, cohort }: Wave, at: Temporal.Instant): boolean {
  const [first] = cohort.sessions;
  if (!first || (cohort.state !== "open" && cohort.state !== "closed")) return false;
  return [replyBy, first.startsAt].every((end) => Temporal.Instant.compare(at, instantOf(end)) < 0);
}

/** The party may have got a place there on another way since it was invited. */
async function joinedAlready(
  tx: Tx,
  { partyId, cohortId }: { partyId: string; cohortId: string },
): Promise<Joined | null> {
  const enrollments = await tx.enrollment.findMany({
    where: { partyId, cohortId },
    select: { id: true, state: true },
  });
  const live = enrollments.find(({ state }) => isLive(state));
  return live ? { enrollmentId: live.id, state: live.state as Joined["state"] } : null;
}

/** Seats for all of them, or a place in line; the others are written to, and asked for their own yes. */
async function take(
  tx: Tx,
  actor: MemberActor,
  party: Parameters<typeof join>[2],
  at: Temporal.Instant,
): Promise<Joined> {
  const joined = await join(tx, actor, party, at);
  const { enrollmentId, state } = joined;
  if (state === "held") {
    const others = ({ id }: { id: string }) => id !== actor.memberId;
    await mailParty(tx, party.partyId, "please-confirm", enrollmentId, at, others);
  }
  if (state === "applied") await mailParty(tx, party.partyId, "applied", enrollmentId, at);
  if (state !== "waitlisted") return joined;
  const offered = await promote(tx, actor, party.cohortId, at);
  if (offered.includes(enrollmentId)) return { enrollmentId, state: "held" };
  await mailParty(tx, party.partyId, "waitlisted", enrollmentId, at);
  return joined;
}
