import type { Participant, Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { membershipsOf } from "#lib/auth/policy.ts";
import { dateOf, instantOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { isId } from "#lib/db/is-id.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction, type Tx } from "#lib/db/transaction.ts";
import { queueMail } from "#lib/mail/queue.ts";
import { lockSession } from "./keep.ts";
import { asked, chairsFor } from "./make-up-queries.ts";
import { counted } from "./resolve.ts";

/** A participant asks to come to another group's session instead of one of their own. Asked again, it is asked once. */
export async function askMakeUp(
  actor: Participant,
  input: { memberId: string; homeSessionId: string; hostSessionId: string },
  at = now(),
): Promise<Outcome<"not_there">> {
  const { memberId, homeSessionId, hostSessionId } = input;
  if (![memberId, homeSessionId, hostSessionId].every(isId)) return refuse("not_there");
  return inTransaction(async (tx) => {
    await lockSession(tx, hostSessionId);
    const member = await tx.member.findFirst({
      where: { AND: [{ id: memberId }, membershipsOf(actor)] },
      select: { personId: true },
    });
    if (!member) return refuse("not_there");
    const { personId } = member;
    const wish = await tx.makeUp.findFirst({
      where: { personId, homeSessionId, state: { in: ["asked", "agreed"] } },
      select: { hostSessionId: true },
    });
    if (wish?.hostSessionId === hostSessionId) return done();
    const chairs = await chairsFor(tx, memberId, at);
    const offered = chairs.some(
      (one) => one.homeSessionId === homeSessionId && one.hostSessionId === hostSessionId,
    );
    if (wish || !offered) return refuse("not_there");
    const { id } = await tx.makeUp.create({
      data: { personId, homeSessionId, hostSessionId, askedAt: dateOf(at) },
    });
    await record(tx, actor, "make-up.asked", id);
    await tellHosts(tx, id, at);
    return done();
  });
}

/**
 * They don't come after all: the chair is free for somebody else. Until the session begins, and not once they were
 * seen there: the mark of those who saw them stays, here and at home.
 */
export async function takeMakeUpBack(
  actor: Participant,
  { memberId, makeUpId }: { memberId: string; makeUpId: string },
  at = now(),
): Promise<Outcome<"not_there" | "begun" | "was_there">> {
  if (!isId(memberId) || !isId(makeUpId)) return refuse("not_there");
  return inTransaction(async (tx) => {
    const open = {
      id: makeUpId,
      state: { in: ["asked" as const, "agreed" as const] },
      person: { members: { some: { AND: [{ id: memberId }, membershipsOf(actor)] } } },
    };
    const wish = await tx.makeUp.findFirst({
      where: open,
      select: { personId: true, hostSessionId: true, hostSession: { select: { startsAt: true } } },
    });
    if (!wish) return refuse("not_there");
    const { personId, hostSessionId: sessionId, hostSession } = wish;
    await lockSession(tx, sessionId);
    const seen = await tx.attendance.findUnique({
      where: { sessionId_personId: { sessionId, personId } },
      select: { status: true },
    });
    if (seen && counted.includes(seen.status)) return refuse("was_there");
    if (Temporal.Instant.compare(instantOf(hostSession.startsAt), at) <= 0) return refuse("begun");
    const { count } = await tx.makeUp.updateMany({ where: open, data: { state: "takenBack" } });
    if (count === 0) return refuse("not_there");
    await record(tx, actor, "make-up.taken-back", makeUpId);
    await tellHosts(tx, makeUpId, at);
    return done();
  });
}

/** The host's facilitator agrees, or kindly declines. The last free chair goes to one guest: the database sees to it. */
export async function answerMakeUp(
  actor: Staff,
  { makeUpId, agree, words }: { makeUpId: string; agree: boolean; words: string },
  at = now(),
): Promise<Outcome<"not_there" | "no_chair">> {
  if (!isId(makeUpId)) return refuse("not_there");
  try {
    return await inTransaction(async (tx) => {
      const { count } = await tx.makeUp.updateMany({
        where: { id: makeUpId, ...asked(actor, at) },
        data: {
          state: agree ? "agreed" : "declined",
          words,
          answeredAt: dateOf(at),
          answeredById: actor.userId,
        },
      });
      if (count === 0) return refuse("not_there");
      await record(tx, actor, agree ? "make-up.agreed" : "make-up.declined", makeUpId);
      const { person } = await tx.makeUp.findUniqueOrThrow({
        where: { id: makeUpId },
        select: { person: { select: { name: true, email: true } } },
      });
      if (person.email)
        await queueMail(
          tx,
          {
            template: "make-up",
            to: { address: person.email, name: person.name },
            props: { makeUpId, to: "guest" },
          },
          at,
        );
      return done();
    });
  } catch (error) {
    if (error instanceof Error && error.message.includes("no chair is free")) return refuse("no_chair");
    throw error;
  }
}

/** Tells those who hold the session of a wish how it stands. */
export async function tellHosts(tx: Tx, makeUpId: string, at: Temporal.Instant) {
  const { hostSession } = await tx.makeUp.findUniqueOrThrow({
    where: { id: makeUpId },
    select: {
      hostSession: {
        select: {
          cohort: {
            select: {
              facilitators: {
                where: { user: { role: { not: null } } },
                select: { user: { select: { name: true, email: true } } },
              },
            },
          },
        },
      },
    },
  });
  for (const { user } of hostSession.cohort.facilitators)
    await queueMail(
      tx,
      { template: "make-up", to: { address: user.email, name: user.name }, props: { makeUpId, to: "host" } },
      at,
    );
}
