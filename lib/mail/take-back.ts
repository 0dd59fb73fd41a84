import type { Tx } from "#lib/db/transaction.ts";
import { Prisma } from "../../prisma/generated/client.ts";

/** Takes one letter back that waits to be sent. False when it is on its way: then undoing is no longer honest. */
export async function takeBack(tx: Tx, messageId: string): Promise<boolean> {
  const [letter] = await tx.message.updateManyAndReturn({
    where: { id: messageId, direction: "outgoing", state: "queued" },
    data: { state: "kept", error: "Taken back before it was sent." },
    select: { batch: true },
  });
  if (!letter) return false;
  await tx.$queryRaw(
    Prisma.sql`SELECT count(graphile_worker.remove_job('send-messages:' || ${letter.batch}::text))`,
  );
  return true;
}
