import type { ImapFlow } from "imapflow";
import { lastTaken, notePlace } from "./place.ts";
import type { PutAway } from "./put-away.ts";
import { takeMessage } from "./take-message.ts";

/** The message that could not be taken last, and how often it was tried. */
export type Trouble = { uid: number; tries: number };

const mostTries = 5;

/**
 * Takes in what came to the open folder since the last time, one message after the other, and puts each away once it is
 * kept. @throws when one can't be taken now; after a few tries it is left to staff, and the others go on.
 */
export async function takeNew(
  client: ImapFlow,
  { mailbox, putAway, trouble }: { mailbox: string; putAway: PutAway; trouble: Trouble },
  over: AbortSignal,
): Promise<void> {
  if (!client.mailbox || client.mailbox.exists === 0) return;
  const { uidValidity } = client.mailbox;
  for (const { uid, size } of await cameAfter(client, await lastTaken(mailbox, uidValidity))) {
    if (over.aborted) return;
    const tries = trouble.uid === uid ? trouble.tries + 1 : 1;
    try {
      if (await takeMessage(client, { uid, size, isLastTry: tries >= mostTries })) await putAway(uid);
    } catch (error) {
      if (!over.aborted) Object.assign(trouble, { uid, tries });
      throw error;
    }
    await notePlace(mailbox, { uidValidity, uid });
  }
}

async function cameAfter(client: ImapFlow, last: number): Promise<{ uid: number; size: number }[]> {
  const found = await client.fetchAll(`${last + 1}:*`, { uid: true, size: true }, { uid: true });
  // "*" is the last message of all, also where it came before.
  return found
    .filter(({ uid }) => uid > last)
    .map(({ uid, size = 0 }) => ({ uid, size }))
    .toSorted((one, other) => one.uid - other.uid);
}
