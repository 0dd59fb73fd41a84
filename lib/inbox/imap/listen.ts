import { setTimeout as wait } from "node:timers/promises";
import { type Address, parseAddress } from "./address.ts";
import { inTurn } from "./in-turn.ts";
import { readMailbox } from "./read-mailbox.ts";

const [firstPause, longestPause] = [250, 60_000];

/**
 * Takes in the mail of an IMAP mailbox, for as long as this process runs. Of several processes one reads at a time. When
 * the connection is lost it is made again, with growing pauses, and goes on where it stopped.
 */
export function listenToMailbox({ url, done }: { url: string; done: string }): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const running = keepReading(parseAddress(url), done, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function keepReading(address: Address, done: string, stopping: AbortSignal): Promise<void> {
  const trouble = { uid: 0, tries: 0 };
  let pause = firstPause;
  let failing = false;
  while (!stopping.aborted) {
    try {
      await inTurn(address.name, stopping, (over, noteCurrent) => {
        const onCurrent = async () => {
          pause = firstPause;
          failing = false;
          await noteCurrent();
        };
        return readMailbox(address, { done, trouble, onCurrent }, over);
      });
    } catch (error) {
      // Once, and nothing of the error itself: it may hold a password or a letter.
      if (!failing && !stopping.aborted) console.error(wordsFor(error));
      failing = true;
    }
    await wait(pause, undefined, { signal: stopping }).catch(() => undefined);
    pause = Math.min(pause * 2, longestPause);
  }
}

function wordsFor(error: unknown): string {
  const refused = error instanceof Error && "authenticationFailed" in error && error.authenticationFailed;
  return refused
    ? "The mailbox refuses the user or the password of IMAP_URL. It is tried again."
    : "The mailbox of IMAP_URL can't be read just now. It is tried again.";
}
