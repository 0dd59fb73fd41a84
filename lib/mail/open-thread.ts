import { dateOf } from "#lib/clock/convert.ts";
import type { Tx } from "#lib/db/transaction.ts";
import type { ThreadState } from "../../prisma/generated/enums.ts";

/** Opens a thread, with nothing in it yet. Returns its id. */
export async function openThread(
  tx: Tx,
  { subject, state }: { subject: string; state: ThreadState },
  at: Temporal.Instant,
): Promise<string> {
  const { id } = await tx.thread.create({
    data: { subject, state, lastMessageAt: dateOf(at) },
    select: { id: true },
  });
  return id;
}
