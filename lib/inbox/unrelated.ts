import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { done, type Outcome } from "#lib/db/outcome.ts";
import { setInquiryOpen } from "#lib/inquiries/set-state.ts";
import { changeThread } from "#lib/mail/change-thread.ts";
import { inThread } from "./in-thread.ts";

/**
 * Says that a thread has nothing to do with the groups: it is done, and its inquiry is closed, so that no
 * letter goes out by itself any more. Said the other way round, it needs us again.
 */
export function markUnrelated(
  actor: Staff,
  { threadId, unrelated }: { threadId: string; unrelated: boolean },
): Promise<Outcome<"not_there">> {
  return inThread(actor, threadId, async (tx) => {
    await changeThread(tx, threadId, { state: unrelated ? "done" : "needsUs", snoozedUntil: null });
    await setInquiryOpen(tx, threadId, !unrelated);
    await record(tx, actor, unrelated ? "thread.unrelated" : "thread.related", threadId);
    return done();
  });
}
