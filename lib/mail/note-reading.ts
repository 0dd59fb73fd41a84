import type { Tx } from "#lib/db/transaction.ts";
import { Prisma } from "../../prisma/generated/client.ts";

/** What became of a message that was received: read, filed because a machine wrote it, or kept although it can't be read. */
export type Reading = Understood | { state: "unreadable"; error: string };

export type Understood = (Envelope & { state: "read" }) | (Envelope & { state: "filed"; automatic: string });

type Envelope = {
  messageId: string | null;
  inReplyTo: string | null;
  address: string;
  name: string;
  subject: string;
  text: string;
  /** What it asks, with its evidence, as `Reading` in lib/reading. */
  reading?: Prisma.InputJsonObject;
  senderCheck?: { spf: string; dkim: string; dmarc: string; words: string };
};

/** Writes down what was read. False when somebody else has done it: then there is nothing left to do. */
export async function noteReading(tx: Tx, id: string, reading: Reading): Promise<boolean> {
  const { count } = await tx.message.updateMany({ where: { id, state: "received" }, data: reading });
  return count === 1;
}

/**
 * The same for many, as a piece of a larger statement that puts each into a thread as well. `readings` selects id,
 * thread, and what was read as JSON.
 */
export function readingsUpdate(readings: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    UPDATE "Message" m SET "state" = r."state", "threadId" = g.thread, "messageId" = r."messageId",
      "inReplyTo" = r."inReplyTo", "address" = r."address", "name" = r."name", "subject" = r."subject", "text" = r."text",
      "automatic" = r."automatic", "reading" = r."reading", "senderCheck" = r."senderCheck"
    FROM (${readings}) AS g(id, thread, reading), jsonb_to_record(g.reading) AS r("state" "MessageState",
      "messageId" text, "inReplyTo" text, "address" citext, "name" text, "subject" text, "text" text, "automatic" text,
      "reading" jsonb, "senderCheck" jsonb)
    WHERE m."id" = g.id`;
}
