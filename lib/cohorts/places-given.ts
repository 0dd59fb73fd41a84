import { dateOf } from "#lib/clock/convert.ts";
import type { CohortInput } from "./schema.ts";

/** How a cohort's places are given, as it is stored. What is left out stays as usual; a window left empty is none. */
export function placesGiven(input: Partial<CohortInput>, timeZone: string) {
  const instant = (local: Temporal.PlainDateTime | undefined) =>
    local ? dateOf(local.toZonedDateTime(timeZone).toInstant()) : null;
  const { smallest, policy, offerHours, reminderHours, cutoffHours, savingHours, declineKeeps, reviews } =
    input;
  return {
    smallest,
    policy,
    offerHours,
    reminderHours,
    cutoffHours,
    savingHours,
    declineKeeps,
    reviews,
    opensAt: instant(input.opensAt),
    closesAt: instant(input.closesAt),
  };
}
