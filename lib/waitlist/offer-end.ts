import { nextWaking } from "#lib/clock/waking.ts";

/** However close the start is, people get so long to answer. */
const shortest = 6;

/** An offer whose time would be over in the clinic's night lasts so long into its next day. */
const morning = Temporal.Duration.from({ hours: 2 });

/**
 * When an offer made at `at` lapses: after the cohort's offer period, or a quarter of the time that is left
 * before the first session where that is shorter; at a full hour, when the clinic is awake, and never after
 * the first session has begun.
 */
export function offerEnd(
  at: Temporal.Instant,
  { offerHours, startsAt }: { offerHours: number; startsAt: Temporal.Instant },
): Temporal.Instant {
  const quarter = startsAt.since(at).total("hours") / 4;
  const hours = Math.ceil(Math.min(offerHours, Math.max(shortest, quarter)));
  const over = at.add({ hours }).round({ smallestUnit: "hour", roundingMode: "ceil" });
  const awake = nextWaking(over);
  const end = awake.equals(over) ? over : awake.add(morning);
  return Temporal.Instant.compare(end, startsAt) > 0 ? startsAt : end;
}
