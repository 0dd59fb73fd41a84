import type { Tx } from "#lib/db/transaction.ts";

/** Notes the fewest seats that a party would take, wherever it has or waits for all of its seats. */
export async function setFewest(tx: Tx, partyId: string, fewest: number | null): Promise<void> {
  await tx.enrollment.updateMany({
    where: { partyId, state: { in: ["applied", "held", "waitlisted"] }, forFewer: false },
    data: { fewest },
  });
}
