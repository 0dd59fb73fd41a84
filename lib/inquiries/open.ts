import type { Tx } from "#lib/db/transaction.ts";
import type { InquiryPerson } from "./people.ts";

/** Opens the inquiry of a thread. A thread has one: mail that follows extends it. Returns its id. */
export async function openInquiry(
  tx: Tx,
  {
    threadId,
    address,
    people,
    mentions,
  }: { threadId: string; address: string; people: InquiryPerson[]; mentions: string },
): Promise<string> {
  const { id } = await tx.inquiry.create({
    data: { threadId, address, people, mentions },
    select: { id: true },
  });
  return id;
}
