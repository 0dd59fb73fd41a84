import { byPlace, type PlannedParty } from "./plan.ts";

/**
 * Each party's time of joining, which is its place in line: its date, and for those without one a moment after
 * the last date, or now when there is none. No two are the same, so that the list's own order is kept.
 */
export function placesOf(
  parties: PlannedParty[],
  timeZone: string,
  at: Temporal.Instant,
): { party: PlannedParty; joinedAt: Temporal.Instant }[] {
  let last: Temporal.Instant | null = null;
  return parties.toSorted(byPlace).map((party, index) => {
    const own: Temporal.Instant | null =
      party.since?.toZonedDateTime(timeZone).toInstant() ??
      // So that the last of them joined before now, not after.
      (last ? null : at.subtract({ milliseconds: parties.length - index }));
    const next: Temporal.Instant | undefined = last?.add({ milliseconds: 1 });
    const joinedAt: Temporal.Instant =
      !own || (next && Temporal.Instant.compare(next, own) > 0) ? (next as Temporal.Instant) : own;
    last = joinedAt;
    return { party, joinedAt };
  });
}
