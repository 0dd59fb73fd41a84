import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { materialsOf } from "#lib/auth/policy.ts";
import { dateOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import type { MaterialAbout } from "./schema.ts";

/** Changes what is said about a material. What is in it changes by a new version. */
export async function editMaterial(actor: Staff, materialId: string, about: MaterialAbout): Promise<void> {
  await inTransaction(async (tx) => {
    const { count } = await tx.material.updateMany({
      where: { ...materialsOf(actor), id: materialId },
      data: {
        title: about.title,
        language: about.language,
        minutes: about.minutes ?? null,
        transcript: about.transcript,
        licence: about.licence,
      },
    });
    if (count > 0) await record(tx, actor, "material.edited", materialId);
  });
}

/** Offers it for no session any more. Where it was given already, it stays. */
export async function archiveMaterial(actor: Staff, materialId: string, at = now()): Promise<void> {
  await setArchived(actor, materialId, dateOf(at), "material.archived");
}

/** Offers it again. */
export async function restoreMaterial(actor: Staff, materialId: string): Promise<void> {
  await setArchived(actor, materialId, null, "material.restored");
}

async function setArchived(actor: Staff, materialId: string, archivedAt: Date | null, action: string) {
  await inTransaction(async (tx) => {
    const { count } = await tx.material.updateMany({
      where: { ...materialsOf(actor), id: materialId, archivedAt: archivedAt ? null : { not: null } },
      data: { archivedAt },
    });
    if (count > 0) await record(tx, actor, action, materialId);
  });
}
