import type { Tx } from "#lib/db/transaction.ts";

/** Closes an inquiry out of which no enrolment came, or opens it again. An enrolled one stays as it is. */
export async function setInquiryOpen(tx: Tx, threadId: string, open: boolean): Promise<void> {
  await tx.inquiry.updateMany({
    where: { threadId, state: open ? "closed" : "open" },
    data: { state: open ? "open" : "closed" },
  });
}
