import type { Tx } from "#lib/db/transaction.ts";
import type { Intent } from "../../prisma/generated/enums.ts";
import type { InquiryPerson } from "./people.ts";

/** Begins a draft for a thread by hand, where mail began none. */
export async function startInquiry(
  tx: Tx,
  { threadId, person, intent }: { threadId: string; person: { name: string; email: string }; intent: Intent },
): Promise<void> {
  const people: InquiryPerson[] = [person];
  await tx.inquiry.create({
    data: { threadId, address: person.email, people, seats: 1, intent, confidence: 0 },
  });
}
