import { instantOf } from "#lib/clock/convert.ts";
import type { Prisma } from "../../prisma/generated/client.ts";
import type { Room } from "./decide.ts";

/** What the policy needs to know of a cohort. */
export const roomSelect = {
  state: true,
  policy: true,
  capacity: true,
  seatsTaken: true,
  cutoffHours: true,
  savingHours: true,
  sessions: { orderBy: { startsAt: "asc" }, take: 1, select: { startsAt: true } },
} satisfies Prisma.CohortSelect;

type Selected = {
  state: string;
  policy: Room["policy"];
  capacity: number;
  seatsTaken: number;
  cutoffHours: number;
  savingHours: number;
  /** The first one first. */
  sessions: { startsAt: Date }[];
};

/** The free seats and how they are given away, or null when nobody is offered a place any more. */
export function roomOf(
  { state, policy, capacity, seatsTaken, cutoffHours, savingHours, sessions }: Selected,
  at: Temporal.Instant,
): (Room & { startsAt: Temporal.Instant }) | null {
  const [first] = sessions;
  if (!first || state === "cancelled" || state === "draft") return null;
  const startsAt = instantOf(first.startsAt);
  const hoursLeft = startsAt.since(at).total("hours");
  if (hoursLeft <= cutoffHours) return null;
  return { free: capacity - seatsTaken, capacity, policy, hoursOfSaving: hoursLeft - savingHours, startsAt };
}
