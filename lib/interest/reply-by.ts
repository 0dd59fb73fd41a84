import { nextWaking } from "#lib/clock/waking.ts";

/** Until when an invitation stands: so many days, to a full hour at which the clinic is awake, and at the latest until `last`. */
export function replyByAfter(at: Temporal.Instant, days: number, last: Temporal.Instant): Temporal.Instant {
  const over = at.add({ hours: days * 24 }).round({ smallestUnit: "hour", roundingMode: "ceil" });
  const awake = nextWaking(over);
  return Temporal.Instant.compare(awake, last) > 0 ? last : awake;
}
