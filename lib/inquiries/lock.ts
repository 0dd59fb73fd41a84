import type { Tx } from "#lib/db/transaction.ts";
import { type InquiryState, type Intent, Prisma } from "../../prisma/generated/client.ts";

export type LockedInquiry = {
  id: string;
  threadId: string;
  state: InquiryState;
  intent: Intent;
  cohortId: string | null;
};

/** Locks the inquiry of a thread until the end of the transaction, or answers null when it has none. */
export async function lockInquiry(tx: Tx, threadId: string): Promise<LockedInquiry | null> {
  await tx.$queryRaw(Prisma.sql`SELECT 1 FROM "Inquiry" WHERE "threadId" = ${threadId}::uuid FOR UPDATE`);
  return tx.inquiry.findUnique({
    where: { threadId },
    select: { id: true, threadId: true, state: true, intent: true, cohortId: true },
  });
}
