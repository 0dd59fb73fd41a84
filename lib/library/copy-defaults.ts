import type { Tx } from "#lib/db/transaction.ts";
import { Prisma } from "../../prisma/generated/client.ts";

/** Gives each session of a new cohort what the program begins it with; from then on the cohort's are its own. */
export async function copyDefaults(tx: Tx, cohortId: string): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO "Release" ("id", "sessionId", "materialId", "rule", "offsetMinutes", "forMissed", "missedOffsetMinutes")
    SELECT uuidv7(), s."id", d."materialId", d."rule", d."offsetMinutes", d."forMissed", d."missedOffsetMinutes"
    FROM "Cohort" c
    JOIN "Session" s ON s."cohortId" = c."id"
    JOIN "ProgramSession" p ON p."programId" = c."programId" AND p."position" = s."position"
    JOIN "DefaultMaterial" d ON d."programSessionId" = p."id"
    JOIN "Material" m ON m."id" = d."materialId" AND m."archivedAt" IS NULL
    WHERE c."id" = ${cohortId}::uuid
    ORDER BY s."position", d."id"`);
}
