import type { MemberActor } from "#lib/audit/actor.ts";
import { dateOf, instantOf, localOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { dayWords } from "#lib/clock/words.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction, type Tx } from "#lib/db/transaction.ts";
import { mailParty } from "#lib/people/mail-party.ts";
import { join } from "#lib/seats/join.ts";
import { lockCohorts, lockEnrollment } from "#lib/seats/lock.ts";
import { noteChange } from "#lib/waitlist/note-change.ts";
import { promote } from "#lib/waitlist/promote.ts";
import type { Prisma } from "../../prisma/generated/client.ts";
import { enrollmentBehind } from "./queries.ts";

/**
 * A member of a party whose cohort was cancelled asks for a place in another one: the party keeps its place in
 * line by the time when it joined the first. Everyone says yes there for themselves, as always.
 */
export async function goOnElsewhere(
  actor: MemberActor,
  cohortId: string,
  at = now(),
): Promise<Outcome<"not_cancelled" | "not_open">> {
  const id = await enrollmentBehind(actor);
  if (!id || !isId(cohortId)) return refuse("not_cancelled");
  return inTransaction(async (tx) => {
    const before = await tx.enrollment.findUniqueOrThrow({ where: { id }, select: { cohortId: true } });
    await lockCohorts(tx, [before.cohortId, cohortId]);
    const enrollment = await lockEnrollment(tx, id);
    const party = await goingOn(tx, actor, id);
    if (enrollment?.state !== "cancelled" || !party) return refuse("not_cancelled");
    const target = await tx.cohort.findFirst({ where: { id: cohortId, ...takes(party, at) } });
    if (!target) return refuse("not_open");

    const joinedAt = instantOf(enrollment.joinedAt);
    const joined = await join(
      tx,
      actor,
      { partyId: enrollment.partyId, cohortId, seats: party.seats, joinedAt, movedFromId: id },
      at,
    );
    const since = dayWords(joinedAt.toZonedDateTimeISO(target.timeZone).toPlainDate());
    const reason = `“${party.title}” does not take place, so you keep your place in line here, since ${since}.`;
    await noteChange(tx, { id: joined.enrollmentId, cohortId }, reason, at);
    const offered = joined.state === "waitlisted" ? await promote(tx, actor, cohortId, at) : [];
    if (!offered.includes(joined.enrollmentId)) {
      const letter = joined.state === "held" ? "please-confirm" : joined.state;
      await mailParty(tx, enrollment.partyId, letter, joined.enrollmentId, at);
    }
    return done();
  });
}

/**
 * Where the party of a cancelled enrolment could go on: open cohorts of the same program that take it, why its
 * own does not take place, and since when it waits. Null when there is nothing to go on from.
 */
export async function loadElsewhere(actor: MemberActor, at = now()) {
  const id = await enrollmentBehind(actor);
  const party = id && (await goingOn(db, actor, id));
  if (!party) return null;
  const cohorts = await db.cohort.findMany({
    where: takes(party, at),
    take: 20,
    select: {
      id: true,
      title: true,
      timeZone: true,
      format: true,
      place: true,
      capacity: true,
      seatsTaken: true,
      partiesWaiting: true,
      sessions: {
        orderBy: { startsAt: "asc" },
        select: { kind: true, title: true, position: true, minutes: true, startsLocal: true },
      },
    },
  });
  return {
    reason: party.cancelReason,
    since: party.joinedAt.toZonedDateTimeISO(party.timeZone).toPlainDate(),
    cohorts: cohorts.map(({ capacity, seatsTaken, sessions, ...cohort }) => ({
      ...cohort,
      free: capacity - seatsTaken,
      sessions: sessions.map((session) => ({ ...session, startsLocal: localOf(session.startsLocal) })),
    })),
  };
}

/** A party of a cancelled enrolment that has not gone on yet, as one of its present members asks. */
async function goingOn(tx: Tx, actor: MemberActor, enrollmentId: string) {
  const found = await tx.enrollment.findFirst({
    where: {
      id: enrollmentId,
      state: "cancelled",
      movedTo: null,
      party: { members: { some: { id: actor.memberId, state: { in: ["invited", "confirmed"] } } } },
    },
    select: {
      joinedAt: true,
      cohort: { select: { title: true, programId: true, timeZone: true, cancelReason: true } },
      party: {
        select: {
          id: true,
          members: { where: { state: { in: ["invited", "confirmed"] } }, select: { id: true } },
        },
      },
    },
  });
  return (
    found && {
      ...found.cohort,
      partyId: found.party.id,
      seats: found.party.members.length,
      joinedAt: instantOf(found.joinedAt),
    }
  );
}

/** The cohorts that take a party now. */
function takes(
  { programId, partyId, seats }: { programId: string; partyId: string; seats: number },
  at: Temporal.Instant,
): Prisma.CohortWhereInput {
  return {
    programId,
    state: "open",
    largestParty: { gte: seats },
    audience: { in: ["anyone", seats > 1 ? "partners" : "individuals"] },
    sessions: { some: {}, none: { startsAt: { lte: dateOf(at) } } },
    enrollments: {
      none: { partyId, state: { in: ["applied", "held", "waitlisted", "confirmed", "completed"] } },
    },
    AND: [
      { OR: [{ opensAt: null }, { opensAt: { lte: dateOf(at) } }] },
      { OR: [{ closesAt: null }, { closesAt: { gt: dateOf(at) } }] },
    ],
  };
}
