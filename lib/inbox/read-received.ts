import { setTimeout } from "node:timers/promises";
import { now } from "#lib/clock/now.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { countWaiting, mostTogether, type TakenUp, takeUp } from "#lib/mail/take-up.ts";
import { examine } from "./examine.ts";
import { readApart } from "./read-apart.ts";
import { setAside } from "./set-aside.ts";
import { type Examined, takeIn } from "./take-in.ts";

/** Milliseconds. What comes in a rush is read together, which takes far less than one after the other. */
const pause = 20;
const longestGathering = 200;
const mostTries = 20;
const words = "This message could not be taken in, although it was tried many times. Its original is kept.";

/**
 * Reads what was received until nothing is left. Messages that came close together are read together, while those before
 * them are written down. When something goes wrong with them, each is read again alone, so that a bad one hurts no other.
 * @throws when some can't be taken in now: they are tried again later, and in the end left to a person.
 */
export async function readReceived(): Promise<void> {
  const failed: string[] = [];
  let before: { ids: string[]; written: Promise<void> } | null = null;
  for (;;) {
    const except = [...failed, ...(before?.ids ?? [])];
    await gather(except);
    const messages = await takeUp({ except });
    const [first] = messages;
    if (!first && !before) break;
    const examined = examineAll(messages);
    // `write` hears of a failure; nobody else has to until then.
    examined.catch(() => {});
    await before?.written;
    before = first ? { ids: messages.map(({ id }) => id), written: write(first, examined, failed) } : null;
  }
  if (failed.length > 0) throw new Error(`${failed.length} messages can't be taken in now.`);
}

/** Waits as long as more and more comes, up to as much as is read together. */
async function gather(except: string[]): Promise<void> {
  let before = 0;
  for (let waited = 0; waited < longestGathering; waited += pause) {
    const waiting = await countWaiting({ except });
    if (waiting === before || waiting === mostTogether) return;
    before = waiting;
    await setTimeout(pause);
  }
}

async function examineAll(messages: TakenUp[]): Promise<Examined[]> {
  const worthIt = messages.filter(({ tries }) => tries <= mostTries);
  return examine(
    worthIt.map(({ id, raw, key }) => ({ messageId: id, source: key ? { key } : (raw ?? Buffer.alloc(0)) })),
    readApart,
  );
}

async function write(first: TakenUp, examined: Promise<Examined[]>, failed: string[]): Promise<void> {
  const at = now();
  try {
    if (first.tries > mostTries) await inTransaction((tx) => setAside(tx, first.id, words, at));
    else await takeIn(await examined, at);
  } catch {
    if (first.tries > 1) failed.push(first.id);
  }
}
