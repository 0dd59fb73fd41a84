import type { Actor } from "#lib/audit/actor.ts";
import { dateOf, instantOf } from "#lib/clock/convert.ts";
import { refuse } from "#lib/db/outcome.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { mailParty } from "#lib/people/mail-party.ts";
import { lockCohort } from "#lib/seats/lock.ts";
import { type Placement, place } from "#lib/seats/place.ts";
import { promote } from "#lib/waitlist/promote.ts";
import type { EnrollmentState } from "../../prisma/generated/enums.ts";
import { type Barrier, barrierTo } from "./barrier.ts";

export type EnrollRefusal = "not_open" | "opens_later" | Barrier;

/** Enrolment ended, and when. */
export type Closed = { ok: false; reason: "closed"; since: Temporal.Instant; timeZone: string };

/**
 * Keeps seats for a party, or puts it in line, as part of a larger change; each member is asked by their own
 * letter. Null when the cohort can't take it: then nothing is stored (`whyNotPlaced`).
 */
export async function placeParty(
  tx: Tx,
  actor: Actor,
  placement: Placement,
  at: Temporal.Instant,
): Promise<EnrollmentState | null> {
  await lockCohort(tx, placement.cohortId);
  const { state, lineDecides } = await place(tx, actor, placement, at);
  if (!lineDecides) return state;
  return (await throughLine(tx, actor, placement, at)) ? "waitlisted" : null;
}

/** Others wait though seats are free: the newcomer joins the line, and the line decides about everyone (rule 5). */
export async function throughLine(
  tx: Tx,
  actor: Actor,
  placement: Placement,
  at: Temporal.Instant,
): Promise<boolean> {
  await lockCohort(tx, placement.cohortId);
  const { state } = await place(tx, actor, placement, at, { toLine: true });
  if (!state) return false;
  const offered = await promote(tx, actor, placement.cohortId, at);
  if (!offered.includes(placement.enrollmentId)) {
    await mailParty(tx, placement.partyId, "waitlisted", placement.enrollmentId, at);
  }
  return true;
}

/** Why a cohort takes no such party now. */
export async function whyNotPlaced(
  tx: Tx,
  { cohortId, people }: { cohortId: string; people: number },
  at: Temporal.Instant,
): Promise<{ ok: false; reason: EnrollRefusal } | Closed> {
  const cohort = await tx.cohort.findUnique({
    where: { id: cohortId },
    select: {
      state: true,
      largestParty: true,
      audience: true,
      opensAt: true,
      closesAt: true,
      timeZone: true,
    },
  });
  if (cohort?.state !== "open") return refuse("not_open");
  if (cohort.opensAt && cohort.opensAt > dateOf(at)) return refuse("opens_later");
  if (cohort.closesAt && cohort.closesAt <= dateOf(at)) {
    const { closesAt, timeZone } = cohort;
    return { ...refuse("closed"), since: instantOf(closesAt), timeZone };
  }
  return refuse(barrierTo({ seats: people }, cohort) ?? "not_open");
}
