import type { EnrollmentState } from "../../prisma/generated/client.ts";

type Standing = { state: EnrollmentState; seats: number; offeredAt: Date | null; pausedAt: Date | null };

/**
 * How it stood with an enrolment when somebody looked. What they then decide carries it, and is done only
 * while it is still so: of two who decide at once, the second is told.
 */
export function standingOf({ state, seats, offeredAt, pausedAt }: Standing): string {
  return [state, seats, offeredAt?.getTime() ?? 0, pausedAt?.getTime() ?? 0].join(" ");
}
