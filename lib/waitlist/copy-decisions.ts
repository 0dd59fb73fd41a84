import type { Tx } from "#lib/db/transaction.ts";
import { Prisma } from "../../prisma/generated/client.ts";

/** What was decided about a place in line goes along with each part of it, so that nobody loses the reasons. */
export async function copyDecisions(tx: Tx, from: string, to: string): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO "WaitlistDecision" ("id", "cohortId", "enrollmentId", "kind", "reason", "at")
    SELECT uuidv7(), "cohortId", ${to}::uuid, "kind", "reason", "at"
    FROM "WaitlistDecision" WHERE "enrollmentId" = ${from}::uuid`);
}
