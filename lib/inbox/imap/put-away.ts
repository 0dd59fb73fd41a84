import type { ImapFlow } from "imapflow";

/** What is done with a message in its mailbox once it is kept here. */
export type PutAway = (uid: number) => Promise<void>;

/**
 * Moves messages to the folder `done`, which is made where it is missing. Marks them as read instead where there is
 * none, or it is the folder that is open: what is moved into that would come in again, for ever.
 */
export async function putAwayInto(client: ImapFlow, done: string): Promise<PutAway> {
  const path = done && (await provide(client, done));
  if (!client.mailbox || !path || path === client.mailbox.path)
    return async (uid) => void (await client.messageFlagsAdd(String(uid), ["\\Seen"], { uid: true }));
  let isRefused = false;
  return async (uid) => {
    if (await client.messageMove(String(uid), path, { uid: true })) return;
    // Said once, and holding nothing up: the message is kept here.
    if (!isRefused) console.error("Mail can't be moved to the folder of IMAP_DONE. It stays where it is.");
    isRefused = true;
  };
}

/** Makes a folder where it is missing. Returns its path as the server writes it. */
async function provide(client: ImapFlow, folder: string): Promise<string> {
  try {
    return (await client.mailboxCreate(folder.split("/"))).path;
  } catch {
    return folder;
  }
}
