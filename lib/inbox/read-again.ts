import { incomingMail } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { openRaw } from "#lib/mail/open-raw.ts";
import { takeUpAgain } from "#lib/mail/take-up-again.ts";
import { readMail } from "#lib/reading/read-mail.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import { readMessage } from "./read-message.ts";

/**
 * Reads again every message that could not be read, as after an upgrade; how many could be now. One that staff have
 * answered or gathered with others stays where it is.
 */
export async function readAgain(at = now()): Promise<number> {
  let readable = 0;
  for (const { id, threadId } of await db.$queryRaw<Unreadable[]>(unreadable)) {
    const source = await openRaw(db, id, "unreadable");
    if (!source || !(await readMail(source)).ok) continue;
    const taken = await inTransaction(async (tx) => {
      if (!(await takeUpAgain(tx, { messageId: id, threadId }))) return false;
      await record(tx, incomingMail, "message.taken_up_again", id);
      return true;
    });
    if (!taken) continue;
    // The job that was queued does it if this process stops here.
    await readMessage(id, at);
    readable += 1;
  }
  return readable;
}

type Unreadable = { id: string; threadId: string | null };

const unreadable = Prisma.sql`
  SELECT m."id", m."threadId" FROM "Message" m
  WHERE m."state" = 'unreadable' AND m."direction" = 'incoming'
    AND NOT EXISTS (SELECT 1 FROM "Message" o WHERE o."threadId" = m."threadId" AND o."id" <> m."id")
  ORDER BY m."createdAt" LIMIT 10000`;
