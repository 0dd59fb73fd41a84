import type { Tx } from "#lib/db/transaction.ts";
import type { Prisma } from "../../prisma/generated/client.ts";

/** What became of a message that was received: read, filed because a machine wrote it, or kept although it can't be read. */
export type Reading =
  | (Envelope & { state: "read" })
  | (Envelope & { state: "filed"; automatic: string })
  | { state: "unreadable"; error: string };

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
