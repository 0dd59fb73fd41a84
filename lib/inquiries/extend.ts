import type { Tx } from "#lib/db/transaction.ts";
import { type InquiryPerson, inquiryPeople } from "./people.ts";

/** Adds what a later message said to the inquiry of its thread: people not yet in it, and words about a group. */
export async function extendInquiry(
  tx: Tx,
  { threadId, people, mentions }: { threadId: string; people: InquiryPerson[]; mentions: string },
): Promise<void> {
  // Two replies read at once would each write the list that they found: the second waits here for the first.
  await tx.$queryRaw`SELECT 1 FROM "Inquiry" WHERE "threadId" = ${threadId}::uuid FOR UPDATE`;
  const inquiry = await tx.inquiry.findUnique({
    where: { threadId },
    select: { people: true, mentions: true, correctedAt: true },
  });
  // What somebody of the staff has put right, mail does not change again.
  if (!inquiry || inquiry.correctedAt) return;
  const known = inquiryPeople.parse(inquiry.people);
  const added = people.filter(
    ({ email, name }) =>
      !known.some((person) => person.email === email && (email !== null || person.name === name)),
  );
  await tx.inquiry.update({
    where: { threadId },
    data: { people: [...known, ...added], mentions: [inquiry.mentions, mentions].filter(Boolean).join(", ") },
  });
}
