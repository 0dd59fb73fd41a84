import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { dateOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { done, type Outcome } from "#lib/db/outcome.ts";
import { inThread } from "./in-thread.ts";

/** Writes a note for colleagues beside a thread. It never leaves. */
export function addNote(
  actor: Staff,
  { threadId, text }: { threadId: string; text: string },
  at = now(),
): Promise<Outcome<"not_there">> {
  return inThread(actor, threadId, async (tx) => {
    const { id } = await tx.threadNote.create({
      data: { threadId, byUserId: actor.userId, text, createdAt: dateOf(at) },
      select: { id: true },
    });
    await record(tx, actor, "thread.noted", threadId, { noteId: id });
    return done();
  });
}
