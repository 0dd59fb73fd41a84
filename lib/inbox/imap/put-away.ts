import type { ImapFlow } from "imapflow";

/** What is done with a message in its mailbox once it is kept here. */
export type PutAway = (uid: number) => Promise<void>;

/**
 * Moves messages to the folder `done`, which is made where it is missing, or marks them as read where it is empty.
 * What the server refuses is said once, and holds nothing up: the message is kept here.
 */
export async function putAwayInto(client: ImapFlow, done: string): Promise<PutAway> {
  if (!done)
    return async (uid) => void (await client.messageFlagsAdd(String(uid), ["\\Seen"], { uid: true }));
  const path = done.split("/");
  await client.mailboxCreate(path).catch(() => undefined);
  let isRefused = false;
  return async (uid) => {
    if (await client.messageMove(String(uid), path, { uid: true })) return;
    if (!isRefused)
      console.error("The mailbox can't move mail to the folder of IMAP_DONE. It stays where it is.");
    isRefused = true;
  };
}
