import { incomingMail } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { joinThread } from "#lib/mail/join-thread.ts";
import { noteReading } from "#lib/mail/note-reading.ts";
import { openThread } from "#lib/mail/open-thread.ts";

/** Leaves what we could not read to a person. */
export async function setAside(
  tx: Tx,
  messageId: string,
  error: string,
  at: Temporal.Instant,
): Promise<void> {
  if (!(await noteReading(tx, messageId, { state: "unreadable", error }))) return;
  const threadId = await openThread(tx, { subject: "", state: "new" }, at);
  await joinThread(tx, { messageId, threadId }, at);
  await record(tx, incomingMail, "message.unreadable", messageId);
}
