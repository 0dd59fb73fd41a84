import type { Staff } from "#lib/audit/actor.ts";
import { mayAdminister } from "#lib/auth/policy.ts";
import { inTransaction, type Tx } from "#lib/db/transaction.ts";
import { type LockedThread, lockThread } from "#lib/mail/change-thread.ts";

/** Does something with a thread that the actor may work on, while nobody else does. */
export function inThread<Result>(
  actor: Staff,
  threadId: string,
  work: (tx: Tx, thread: LockedThread) => Promise<Result>,
): Promise<Result | { ok: false; reason: "not_there" }> {
  return inTransaction(async (tx) => {
    const thread = mayAdminister(actor) ? await lockThread(tx, threadId) : null;
    return thread ? work(tx, thread) : { ok: false, reason: "not_there" };
  });
}
