import { instantOf } from "#lib/clock/convert.ts";
import { partySelect, partyShown } from "#lib/people/party-shown.ts";
import { standingOf } from "#lib/seats/standing.ts";
import type { Prisma } from "../../prisma/generated/client.ts";
import { isResting } from "./line-head.ts";

const reasonsShown = 10;

const reasonSelect = {
  orderBy: [{ at: "desc" }, { id: "desc" }],
  take: reasonsShown,
  select: { id: true, reason: true, at: true },
} satisfies Prisma.Enrollment$decisionsArgs;

/** What `entryShown` reads of an enrolment. */
export const entrySelect = {
  ...partySelect,
  cohortId: true,
  joinedAt: true,
  offeredAt: true,
  passedOver: true,
  restsUntil: true,
  pausedAt: true,
  fewest: true,
  forFewer: true,
  decisions: reasonSelect,
  movedFrom: { select: { cohortId: true, decisions: reasonSelect } },
  invitation: { select: { id: true } },
} satisfies Prisma.EnrollmentSelect;

type Selected = Prisma.EnrollmentGetPayload<{ select: typeof entrySelect }>;

export type Entry = ReturnType<typeof entryShown>;

/** An enrolment as it stands on the board: who, since when, what they would take, and what was written about it. */
export function entryShown(enrollment: Selected, at: Temporal.Instant) {
  const { restsUntil, movedFrom, decisions } = enrollment;
  return {
    ...partyShown(enrollment),
    seen: standingOf(enrollment),
    joinedAt: instantOf(enrollment.joinedAt),
    carriedFrom: carriedFrom(enrollment),
    fewest: enrollment.fewest,
    forFewer: enrollment.forFewer,
    passedOver: enrollment.passedOver,
    paused: enrollment.pausedAt !== null,
    pausedSince: enrollment.pausedAt && instantOf(enrollment.pausedAt),
    restsUntil: isResting(restsUntil, at) ? instantOf(restsUntil) : null,
    reasons: [...decisions, ...(movedFrom?.decisions ?? [])].map(({ id, reason, at }) => ({
      id,
      reason,
      at: instantOf(at),
    })),
  };
}

/** Where a place in line is older than the enrolment: it came with the party. */
function carriedFrom({
  cohortId,
  movedFrom,
  invitation,
}: Selected): "interest list" | "another group" | null {
  if (invitation) return "interest list";
  return movedFrom && movedFrom.cohortId !== cohortId ? "another group" : null;
}
