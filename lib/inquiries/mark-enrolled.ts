import type { Tx } from "#lib/db/transaction.ts";

/** The inquiry has become an enrolment. */
export async function markEnrolled(tx: Tx, inquiryId: string): Promise<void> {
  await tx.inquiry.update({ where: { id: inquiryId }, data: { state: "enrolled" } });
}
