import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { now } from "#lib/clock/now.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { startInquiry } from "#lib/inquiries/start.ts";
import { moveMessages } from "#lib/mail/move-messages.ts";
import { openThread } from "#lib/mail/open-thread.ts";
import { inThread } from "./in-thread.ts";

/** Moves a message of a thread, and all that follow it, into a new thread with a draft of its own. Returns that. */
export function splitThread(
  actor: Staff,
  { threadId, messageId }: { threadId: string; messageId: string },
  at = now(),
): Promise<Outcome<"not_there" | "first", { threadId: string }>> {
  return inThread(actor, threadId, async (tx) => {
    const messages = await tx.message.findMany({
      where: { threadId },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      select: { id: true, direction: true, state: true, subject: true, address: true, name: true },
    });
    const start = messages.findIndex(({ id }) => id === messageId);
    if (start < 0) return refuse("not_there");
    if (start === 0) return refuse("first");
    const moving = messages.slice(start);
    const subject = moving.find((message) => message.subject)?.subject ?? "";
    const newId = await openThread(tx, { subject, state: "needsUs" }, at);
    await moveMessages(tx, { from: threadId, to: newId, ids: moving.map(({ id }) => id) });
    const writer = moving.find(({ direction, state }) => direction === "incoming" && state === "read");
    if (writer)
      await startInquiry(tx, {
        threadId: newId,
        person: { name: writer.name, email: writer.address },
        intent: "question",
      });
    await record(tx, actor, "thread.split", threadId, { to: newId });
    return done({ threadId: newId });
  });
}
