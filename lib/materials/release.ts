import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { cohortsOf } from "#lib/auth/policy.ts";
import { dateOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { inTransaction } from "#lib/db/transaction.ts";

/** Shows a material of the actor's cohorts to participants from now on, whatever its rule was. */
export async function releaseMaterial(actor: Staff, materialId: string, at = now()): Promise<void> {
  // Stored in whole seconds: rounded up, it would be a moment in the future and the material not there yet.
  const second = at.round({ smallestUnit: "second", roundingMode: "floor" });
  await byHand(actor, materialId, second, "material.released");
}

/** Hides a material of the actor's cohorts from participants until somebody releases it. */
export async function takeBackMaterial(actor: Staff, materialId: string): Promise<void> {
  await byHand(actor, materialId, null, "material.taken-back");
}

async function byHand(actor: Staff, materialId: string, releaseAt: Temporal.Instant | null, action: string) {
  await inTransaction(async (tx) => {
    const { count } = await tx.material.updateMany({
      where: { id: materialId, session: { cohort: cohortsOf(actor) } },
      data: { release: "byHand", releaseAt: releaseAt && dateOf(releaseAt) },
    });
    if (count > 0) await record(tx, actor, action, materialId);
  });
}
