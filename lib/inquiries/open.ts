import type { Tx } from "#lib/db/transaction.ts";
import type { Drafted } from "./drafted.ts";

/** Opens the inquiry of a thread. A thread has one: mail that follows extends it. Returns its id. */
export async function openInquiry(
  tx: Tx,
  { threadId, address, ...draft }: { threadId: string; address: string } & Drafted,
): Promise<string> {
  const { id } = await tx.inquiry.create({ data: { threadId, address, ...draft }, select: { id: true } });
  return id;
}
