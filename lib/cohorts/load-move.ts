import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { mayAdminister } from "#lib/auth/policy.ts";
import { instantOf, localOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import { destinationsOf, movable } from "#lib/enrollment/transfer.ts";
import { partySelect, partyShown } from "#lib/people/party-shown.ts";
import { headSelect } from "./head.ts";

/** A party of one of the cohorts, and where an admin could move it to, with how many places are free there. */
export async function loadMove(actor: Staff, cohortId: string, enrollmentId: string, at = now()) {
  if (!mayAdminister(actor) || !isId(cohortId) || !isId(enrollmentId)) return null;
  const enrollment = await db.enrollment.findFirst({
    where: { id: enrollmentId, cohortId },
    select: { ...partySelect, partyId: true, joinedAt: true, cohort: { select: headSelect } },
  });
  if (!enrollment) return null;
  const destinations = await db.cohort.findMany({
    where: destinationsOf({ cohortId, partyId: enrollment.partyId }, at),
    take: 50,
    select: {
      ...headSelect,
      audience: true,
      capacity: true,
      seatsTaken: true,
      partiesWaiting: true,
      sessions: { orderBy: { startsAt: "asc" }, take: 1, select: { startsLocal: true } },
    },
  });
  await record(db, actor, "party.seen", enrollment.id);
  return {
    party: partyShown(enrollment),
    movable: movable.some((state) => state === enrollment.state),
    joinedAt: instantOf(enrollment.joinedAt),
    cohort: enrollment.cohort,
    destinations: destinations.map(({ sessions: [first], ...cohort }) => ({
      ...cohort,
      free: cohort.capacity - cohort.seatsTaken,
      startsLocal: first ? localOf(first.startsLocal) : null,
    })),
  };
}
