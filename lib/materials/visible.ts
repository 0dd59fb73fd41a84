import { instantOf } from "#lib/clock/convert.ts";
import type { AttendanceStatus, ForMissed, ReleaseRule } from "../../prisma/generated/enums.ts";

export type Rule = {
  rule: ReleaseRule;
  offsetMinutes: number;
  appearsAt: Date | null;
  forMissed: ForMissed;
  missedOffsetMinutes: number;
  releasedAt: Date | null;
  takenBackAt: Date | null;
};
export type Times = { startsAt: Date; endsAt: Date };

/**
 * From when on somebody sees what was given to a session, or null while they don't. A function of its rule, of
 * the session's time and of whether they missed it (design rule 9): a session that moves takes its materials
 * with it, and no job runs.
 */
export function visibleAt(release: Rule, session: Times, missed = false): Temporal.Instant | null {
  const from = forEverybody(release, session);
  if (!from || !missed || release.forMissed === "too") return from;
  return release.forMissed === "later" ? from.add({ minutes: release.missedOffsetMinutes }) : null;
}

export function isVisible(release: Rule, session: Times, at: Temporal.Instant, missed = false): boolean {
  const from = visibleAt(release, session, missed);
  return from !== null && Temporal.Instant.compare(from, at) <= 0;
}

/** Whether a mark says that somebody was not there. Made up is made up; without a mark nobody has missed anything. */
export function hasMissed(mark: AttendanceStatus | null): boolean {
  return mark === "absent" || mark === "excused";
}

function forEverybody(release: Rule, session: Times): Temporal.Instant | null {
  if (release.takenBackAt) return null;
  if (release.releasedAt) return instantOf(release.releasedAt);
  if (release.rule === "beforeSession")
    return instantOf(session.startsAt).subtract({ minutes: release.offsetMinutes });
  if (release.rule === "afterSession")
    return instantOf(session.endsAt).add({ minutes: release.offsetMinutes });
  return release.appearsAt && instantOf(release.appearsAt);
}
