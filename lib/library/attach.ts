import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { cohortsOf, materialsOf } from "#lib/auth/policy.ts";
import { dateOf, dateOfLocal } from "#lib/clock/convert.ts";
import { db } from "#lib/db/client.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction, type Tx } from "#lib/db/transaction.ts";
import type { UploadRefusal } from "#lib/files/take-upload.ts";
import type { Prisma } from "../../prisma/generated/client.ts";
import { insertMaterial, storeContent } from "./add.ts";
import type { NewMaterial, ReleaseInput } from "./schema.ts";

export type Attach = {
  sessionId: string;
  rule: ReleaseInput;
  /** One that is there already, or a new one: kept to the group, or put into the library for all. */
  material: { id: string } | { added: NewMaterial; inLibrary: boolean };
};

type Refusal = UploadRefusal | "not_yours" | "not_there" | "there_already";

/** Gives a material to a session of the actor's, to appear by a rule. Returns the release's id. */
export async function attachMaterial(
  actor: Staff,
  { sessionId, rule, material }: Attach,
): Promise<Outcome<Refusal, { releaseId: string; materialId: string }>> {
  const session = await db.session.findFirst({
    where: { id: sessionId, cohort: cohortsOf(actor) },
    select: { id: true, cohortId: true, cohort: { select: { timeZone: true } } },
  });
  if (!session) return refuse("not_yours");
  const stored = "added" in material ? await storeContent(actor, material.added) : done(null);
  if (!stored.ok) return stored;
  return inTransaction(async (tx) => {
    const materialId =
      "id" in material
        ? await findMaterial(tx, actor, material.id, session.cohortId)
        : await insertMaterial(
            tx,
            actor,
            { ...material.added, cohortId: material.inLibrary ? null : session.cohortId },
            stored.value,
          );
    if (!materialId) return refuse("not_there");
    const [release] = await tx.release.createManyAndReturn({
      data: [{ sessionId, materialId, ...ruleRow(rule, session.cohort.timeZone) }],
      skipDuplicates: true,
      select: { id: true },
    });
    if (!release) return refuse("there_already");
    await record(tx, actor, "release.added", release.id, { materialId });
    return done({ releaseId: release.id, materialId });
  });
}

/** A rule as it is stored: a time is that of the cohort's zone. */
export function ruleRow(rule: ReleaseInput, timeZone: string) {
  const { appearsLocal } = rule;
  return {
    rule: rule.rule,
    offsetMinutes: rule.offsetMinutes,
    forMissed: rule.forMissed,
    missedOffsetMinutes: rule.missedOffsetMinutes,
    appearsLocal: appearsLocal && dateOfLocal(appearsLocal),
    appearsAt: appearsLocal && dateOf(appearsLocal.toZonedDateTime(timeZone).toInstant()),
  } satisfies Prisma.ReleaseUncheckedUpdateInput;
}

/** One that the actor sees, of the library or of this group, and that is still offered. */
async function findMaterial(tx: Tx, actor: Staff, id: string, cohortId: string): Promise<string | null> {
  const found = await tx.material.findFirst({
    where: { AND: [materialsOf(actor), { id, archivedAt: null, OR: [{ cohortId: null }, { cohortId }] }] },
    select: { id: true },
  });
  return found?.id ?? null;
}
