import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { changeThread } from "#lib/mail/change-thread.ts";
import { inThread } from "./in-thread.ts";

/** Says which admin looks after a thread, or that nobody does. */
export function assignThread(
  actor: Staff,
  { threadId, userId }: { threadId: string; userId: string | null },
): Promise<Outcome<"not_there" | "no_admin">> {
  return inThread(actor, threadId, async (tx) => {
    if (userId && (await tx.user.count({ where: { id: userId, role: "admin" } })) === 0)
      return refuse("no_admin");
    await changeThread(tx, threadId, { assigneeId: userId });
    await record(tx, actor, "thread.assigned", threadId, { to: userId });
    return done();
  });
}
