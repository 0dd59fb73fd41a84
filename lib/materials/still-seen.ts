import type { Participant } from "#lib/audit/actor.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import { findReleases } from "./find-releases.ts";

export type StillSeen = { id: string; version: number };

/** Of these materials, those that somebody sees now, with the number of their newest version: what they kept of the others is to be removed. */
export async function loadStillSeen(actor: Participant, ids: string[], at = now()): Promise<StillSeen[]> {
  const releases = await findReleases(actor, ids.filter(isId).slice(0, 500), at);
  const newest = await db.materialVersion.groupBy({
    by: ["materialId"],
    where: { materialId: { in: [...new Set(releases.map(({ materialId }) => materialId))] } },
    _max: { number: true },
  });
  return newest.map(({ materialId, _max }) => ({ id: materialId, version: _max.number ?? 0 }));
}
