import { db } from "#lib/db/client.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { type PlanInput, type PlannedSession, planSessions } from "./plan.ts";

/** The sessions of a program, laid out over the calendar. */
export async function planCohort(
  input: PlanInput & { programId: string },
  tx: Tx = db,
): Promise<PlannedSession[]> {
  const outline = await tx.programSession.findMany({
    where: { programId: input.programId },
    orderBy: { position: "asc" },
    select: { kind: true, title: true, minutes: true },
  });
  return planSessions(outline, input);
}
