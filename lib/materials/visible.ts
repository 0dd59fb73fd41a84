import { instantOf } from "#lib/clock/convert.ts";
import type { ReleaseRule } from "../../prisma/generated/enums.ts";

type Rule = { release: ReleaseRule; offsetMinutes: number; releaseAt: Date | null };
type Ends = { endsAt: Date };

/**
 * From when on participants see a material, or null while nobody has released it. A function of its rule and
 * of its session's time (design rule 9): a session that moves takes its materials with it, and no job runs.
 */
export function visibleAt(material: Rule, session: Ends): Temporal.Instant | null {
  if (material.release === "afterSession")
    return Temporal.Instant.fromEpochMilliseconds(session.endsAt.getTime() + material.offsetMinutes * 60_000);
  return material.releaseAt && instantOf(material.releaseAt);
}

export function isVisible(material: Rule, session: Ends, now: Temporal.Instant): boolean {
  const from = visibleAt(material, session);
  return from !== null && Temporal.Instant.compare(from, now) <= 0;
}
