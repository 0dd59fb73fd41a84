import type { Tx } from "#lib/db/transaction.ts";
import type { Intent } from "../../prisma/generated/enums.ts";
import type { InquiryPerson } from "./people.ts";

/** Opens the inquiry of a thread. A thread has one: mail that follows extends it. Returns its id. */
export async function openInquiry(
  tx: Tx,
  {
    threadId,
    address,
    ...asked
  }: {
    threadId: string;
    address: string;
    people: InquiryPerson[];
    mentions: string;
    intent?: Intent;
    seats?: number;
    confidence?: number;
  },
): Promise<string> {
  const { id } = await tx.inquiry.create({
    data: { threadId, address, ...asked },
    select: { id: true },
  });
  return id;
}
