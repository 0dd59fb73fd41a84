import { instantOf } from "#lib/clock/convert.ts";
import { nextWaking } from "#lib/clock/waking.ts";

/** In the night, an extended hold too lasts so long into the clinic's next day. */
const morning = Temporal.Duration.from({ hours: 2 });

type Times = { cutoffHours: number; sessions: { startsAt: Date }[] };

/**
 * When a hold that ends at `ends` ends after its one extension: a day later, at a full hour at which the clinic
 * is awake, and never in the cohort's last hours before its start. Null when that is no later.
 */
export function longerEnd(
  ends: Temporal.Instant,
  { cutoffHours, sessions: [first] }: Times,
): Temporal.Instant | null {
  if (!first) return null;
  const last = instantOf(first.startsAt).subtract({ hours: cutoffHours });
  const over = ends.add({ hours: 24 }).round({ smallestUnit: "hour", roundingMode: "ceil" });
  const awake = nextWaking(over);
  const wished = awake.equals(over) ? over : awake.add(morning);
  const until = Temporal.Instant.compare(wished, last) > 0 ? last : wished;
  return Temporal.Instant.compare(until, ends) > 0 ? until : null;
}
