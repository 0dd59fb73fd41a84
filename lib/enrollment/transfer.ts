import { carryAttendance } from "#lib/attendance/carry.ts";
import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { mayAdminister } from "#lib/auth/policy.ts";
import { dateOf, instantOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { dateWords } from "#lib/clock/words.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction, type Tx } from "#lib/db/transaction.ts";
import { mailParty } from "#lib/people/mail-party.ts";
import { carry } from "#lib/seats/carry.ts";
import { join } from "#lib/seats/join.ts";
import { type LockedEnrollment, lockCohorts, lockEnrollment } from "#lib/seats/lock.ts";
import { release } from "#lib/seats/release.ts";
import { mayComeIn } from "#lib/waitlist/come-in.ts";
import { noteChange } from "#lib/waitlist/note-change.ts";
import { promote } from "#lib/waitlist/promote.ts";
import type { Prisma } from "../../prisma/generated/client.ts";
import { type Barrier, barrierTo } from "./barrier.ts";
import { tellRuns } from "./tell-runs.ts";

export type Transfer = {
  enrollmentId: string;
  toCohortId: string;
  /** Without room for all of it, the party gives up its place and joins the line there. */
  orLine: boolean;
};

/** What can move: a party that has a place, is asked for its yes, or waits. */
export const movable = ["held", "waitlisted", "confirmed"] as const;

export type Transferred = { enrollmentId: string; state: "confirmed" | "held" | "waitlisted" | "applied" };

type Refused = { ok: false; reason: "no_room"; free: number };

/**
 * An admin moves a party to another cohort, with its place in line. A confirmed party stays confirmed when
 * there is room for all of it and nobody before it waits for those seats: everyone said yes themselves, and
 * gets the new dates; what they came to counts there, and each one's consents are theirs in any cohort. Without room nothing moves, unless it shall join the line there. What it leaves is
 * offered to the line at once. A cohort that is not for a party of its size takes it no more than the form would.
 */
export async function transfer(
  actor: Staff,
  { enrollmentId, toCohortId, orLine }: Transfer,
  at = now(),
): Promise<Outcome<"not_yours" | "not_movable" | "not_there" | Barrier, Transferred> | Refused> {
  if (!mayAdminister(actor)) return refuse("not_yours");
  return inTransaction(async (tx) => {
    const found = await tx.enrollment.findUnique({
      where: { id: enrollmentId },
      select: { cohortId: true },
    });
    if (!found) return refuse("not_yours");
    await lockCohorts(tx, [found.cohortId, toCohortId]);
    const from = await lockEnrollment(tx, enrollmentId);
    if (!from || !movable.some((state) => state === from.state)) return refuse("not_movable");
    const target = await tx.cohort.findFirst({
      where: { AND: [{ id: toCohortId }, destinationsOf(from, at)] },
      select: { id: true, title: true, timeZone: true, audience: true, largestParty: true },
    });
    if (!target) return refuse("not_there");
    const wish = await wishOf(tx, from, toCohortId);
    const barrier = barrierTo(wish, target);
    if (barrier) return refuse(barrier);

    const stays = from.state === "confirmed" ? await mayComeIn(tx, toCohortId, from, at) : null;
    if (stays && !stays.comes && !orLine) return { ...refuse("no_room"), free: stays.free };

    await release(tx, from, "withdrawn", at);
    const to: Transferred = stays?.comes
      ? { enrollmentId: await carry(tx, actor, from, toCohortId, at), state: "confirmed" }
      : await join(tx, actor, wish, at);
    if (to.state === "confirmed") {
      await carryAttendance(tx, actor, from.partyId, from.cohortId, toCohortId, at);
    }
    await record(tx, actor, "enrollment.moved", enrollmentId, { to: to.enrollmentId });
    await explain(tx, from, { ...to, cohortId: toCohortId }, target, at);
    const offered = await promote(tx, actor, toCohortId, at);
    if (!offered.includes(to.enrollmentId)) {
      await mailParty(tx, from.partyId, letterFor(to.state), to.enrollmentId, at);
    }
    if (to.state === "confirmed") await tellRuns(tx, actor, toCohortId, at);
    await promote(tx, actor, from.cohortId, at);
    return done(to);
  });
}

/** The cohorts that a party could be moved to: not begun, and it is not in them already. */
export function destinationsOf(
  { cohortId, partyId }: { cohortId: string; partyId: string },
  at: Temporal.Instant,
): Prisma.CohortWhereInput {
  return {
    id: { not: cohortId },
    state: { in: ["open", "closed"] },
    sessions: { some: {}, none: { startsAt: { lte: dateOf(at) } } },
    enrollments: {
      none: { partyId, state: { in: ["applied", "held", "waitlisted", "confirmed", "completed"] } },
    },
  };
}

/** The whole party joins, as it stands, with the time since when it waits; left out, if it asked for that. */
async function wishOf(tx: Tx, from: LockedEnrollment, cohortId: string) {
  const seats = await tx.member.count({
    where: { partyId: from.partyId, state: { in: ["invited", "confirmed"] } },
  });
  const { partyId, fewest, joinedAt, pausedAt, id } = from;
  return { partyId, cohortId, seats, fewest, pausedAt, joinedAt: instantOf(joinedAt), movedFromId: id };
}

/** History on both sides. */
async function explain(
  tx: Tx,
  from: LockedEnrollment,
  to: { enrollmentId: string; cohortId: string },
  target: { title: string; timeZone: string },
  at: Temporal.Instant,
) {
  const { title } = await tx.cohort.findUniqueOrThrow({
    where: { id: from.cohortId },
    select: { title: true },
  });
  const since = dateWords(instantOf(from.joinedAt).toZonedDateTimeISO(target.timeZone).toPlainDate());
  await noteChange(tx, from, `We moved you to “${target.title}”.`, at);
  await noteChange(
    tx,
    { id: to.enrollmentId, cohortId: to.cohortId },
    `We moved you here from “${title}”. You keep your place in line since ${since}.`,
    at,
  );
}

function letterFor(state: Transferred["state"]) {
  if (state === "held") return "please-confirm";
  return state === "applied" ? "applied" : "moved";
}
