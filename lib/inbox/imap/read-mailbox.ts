import { ImapFlow } from "imapflow";
import { largestMessage, mebibyte } from "../largest-message.ts";
import type { Address } from "./address.ts";
import { putAwayInto } from "./put-away.ts";
import { type Trouble, takeNew } from "./take-new.ts";

/**
 * Takes in what is new in a mailbox, and then whatever comes, until the connection ends or `over` says so. `onCurrent`
 * is called when nothing is left for the first time. @throws when the mailbox can't be reached or read.
 */
export async function readMailbox(
  address: Address,
  { done, trouble, onCurrent }: { done: string; trouble: Trouble; onCurrent: () => Promise<void> },
  over: AbortSignal,
): Promise<void> {
  const client = connectionTo(address);
  const bell = bellOf(client);
  // It says so once more by closing, and without a listener it would end the process.
  client.on("error", () => {});
  const hangUp = () => client.close();
  over.addEventListener("abort", hangUp, { once: true });
  try {
    await client.connect();
    await client.mailboxOpen(address.folder);
    const putAway = await putAwayInto(client, done);
    const take = () => {
      bell.reset();
      return takeNew(client, { mailbox: address.name, putAway, trouble }, over);
    };
    await take();
    await onCurrent();
    while (client.usable && !over.aborted) {
      // Whatever is asked next ends it.
      client.idle().catch(() => undefined);
      await bell.rung();
      if (client.usable && !over.aborted) await take();
    }
  } finally {
    over.removeEventListener("abort", hangUp);
    client.close();
  }
}

function connectionTo({ host, port, secure, user, password }: Address): ImapFlow {
  return new ImapFlow({
    host,
    port,
    secure,
    auth: { user, pass: password },
    // A password goes over a network only encrypted, whatever somebody on the way takes out of the greeting.
    doSTARTTLS: secure || isThisMachine(host) ? undefined : true,
    // It would log what is in letters.
    logger: false,
    connectionTimeout: 30_000,
    maxIdleTime: 5 * 60_000,
    maxLiteralSize: largestMessage + mebibyte,
  });
}

function isThisMachine(host: string): boolean {
  return ["localhost", "127.0.0.1", "::1"].includes(host);
}

/** Rings when something came, and when the connection closed. */
function bellOf(client: ImapFlow) {
  let next = Promise.withResolvers<void>();
  client.on("exists", () => next.resolve());
  client.on("close", () => next.resolve());
  return {
    rung: () => next.promise,
    reset: () => {
      next = Promise.withResolvers();
    },
  };
}
