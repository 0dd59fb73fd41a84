import { setTimeout } from "node:timers/promises";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { openFile } from "#lib/files/open-file.ts";
import { type TakenUp, takeUp } from "#lib/mail/take-up.ts";
import { examine } from "./read-message.ts";
import { setAside } from "./set-aside.ts";
import { takeIn } from "./take-in.ts";

/** Milliseconds: what comes in a rush is read together, which takes far less than one after the other. */
const gathering = 50;
const mostTries = 20;
const words = "This message could not be taken in, although it was tried many times. Its original is kept.";

/**
 * Reads what was received until nothing is left. Messages that came close together are read together; when something
 * goes wrong with those, each is read again alone, so that a bad one hurts no other. @throws when some can't be taken in
 * now: they are tried again later, and in the end left to a person.
 */
export async function readReceived(): Promise<void> {
  await setTimeout(gathering);
  const failed: string[] = [];
  while (await readNext(failed));
  if (failed.length > 0) throw new Error(`${failed.length} messages can't be taken in now.`);
}

async function readNext(failed: string[], at = now()): Promise<boolean> {
  const messages = await takeUp(db, { except: failed });
  const [first] = messages;
  if (!first) return false;
  if (first.tries > mostTries) {
    await inTransaction((tx) => setAside(tx, first.id, words, at));
    return true;
  }
  try {
    await takeIn(await Promise.all(messages.map(examineOne)), at);
  } catch {
    if (first.tries > 1) failed.push(first.id);
  }
  return true;
}

async function examineOne({ id, raw, key }: TakenUp) {
  return examine(id, key ? await openFile({ key }) : Buffer.from(raw ?? []));
}
