import { dateOf } from "#lib/clock/convert.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { Prisma } from "../../prisma/generated/client.ts";

/** Writes down, for parties and staff to read, what staff did about these places in line (design rule 5). */
export async function noteChanges(
  tx: Tx,
  cohortId: string,
  enrollmentIds: string[],
  reason: string,
  at: Temporal.Instant,
): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO "WaitlistDecision" ("id", "cohortId", "enrollmentId", "kind", "reason", "at")
    SELECT uuidv7(), ${cohortId}::uuid, e.id, 'changed', ${reason}, ${dateOf(at)}
    FROM unnest(${enrollmentIds}::uuid[]) AS e(id)`);
}
