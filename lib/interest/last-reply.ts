import { instantOf } from "#lib/clock/convert.ts";

type Cohort = {
  state: string;
  cutoffHours: number;
  closesAt: Date | null;
  /** The first one first. */
  sessions: { startsAt: Date }[];
};

/** Until when somebody invited to a cohort may answer at the latest; null when nobody can be invited to it now. */
export function lastReply(
  { state, cutoffHours, closesAt, sessions }: Cohort,
  at: Temporal.Instant,
): Temporal.Instant | null {
  const [first] = sessions;
  if (state !== "open" || !first) return null;
  const ends = [instantOf(first.startsAt).subtract({ hours: cutoffHours })];
  if (closesAt) ends.push(instantOf(closesAt));
  const last = ends.reduce((one, other) => (Temporal.Instant.compare(one, other) < 0 ? one : other));
  return Temporal.Instant.compare(at, last) < 0 ? last : null;
}
