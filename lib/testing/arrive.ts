import { db } from "#lib/db/client.ts";
import { readMessage } from "#lib/inbox/read-message.ts";
import { receiveMessage } from "#lib/inbox/receive.ts";
import { monday } from "./cast.ts";
import { aMail } from "./incoming.ts";

/** A message that came and was read. Returns it, and its thread. */
export async function arrive(
  raw: Buffer = aMail(),
  at = monday,
): Promise<{ messageId: string; threadId: string }> {
  const { messageId } = await receiveMessage(raw, at);
  await readMessage(messageId, at);
  const { threadId } = await db.message.findUniqueOrThrow({
    where: { id: messageId },
    select: { threadId: true },
  });
  return { messageId, threadId: threadId ?? "" };
}
