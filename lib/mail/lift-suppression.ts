import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";

/** Lets mail go to the address of a message again. What was withheld meanwhile goes out when somebody sends it again. */
export async function liftSuppression(actor: Staff, messageId: string): Promise<Outcome<"not_suppressed">> {
  return inTransaction(async (tx) => {
    const message = await tx.message.findUnique({ where: { id: messageId }, select: { address: true } });
    if (!message) return refuse("not_suppressed");
    const { count } = await tx.suppression.deleteMany({ where: { address: message.address } });
    if (count === 0) return refuse("not_suppressed");
    await record(tx, actor, "address.mailed-again", messageId);
    return done();
  });
}
