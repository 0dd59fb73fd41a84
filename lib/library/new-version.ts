import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { materialsOf } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import type { UploadRefusal } from "#lib/files/take-upload.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import { insertVersion, storeContent } from "./add.ts";
import type { Content } from "./schema.ts";

/** Puts something new into a material. Whoever sees it sees the new one; the earlier ones are kept. Returns its number. */
export async function addVersion(
  actor: Staff,
  materialId: string,
  content: Content,
): Promise<Outcome<UploadRefusal | "not_there", { number: number }>> {
  const where = { ...materialsOf(actor), id: materialId, kind: content.kind };
  if ((await db.material.count({ where })) === 0) return refuse("not_there");
  const stored = await storeContent(actor, content);
  if (!stored.ok) return stored;
  return inTransaction(async (tx) => {
    // Two at once are numbered one after the other.
    await tx.$queryRaw(
      Prisma.sql`SELECT 1 FROM "Material" WHERE "id" = ${materialId}::uuid FOR NO KEY UPDATE`,
    );
    const newest = await tx.materialVersion.findFirst({
      where: { materialId },
      orderBy: { number: "desc" },
      select: { number: true },
    });
    const number = (newest?.number ?? 0) + 1;
    await insertVersion(tx, actor, { materialId, number, content, stored: stored.value });
    await record(tx, actor, "material.version-added", materialId, { number });
    return done({ number });
  });
}
