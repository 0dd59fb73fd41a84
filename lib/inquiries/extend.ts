import type { Tx } from "#lib/db/transaction.ts";
import type { Drafted } from "./drafted.ts";
import { inquiryPeople } from "./people.ts";

/**
 * Adds what a later message said to the inquiry of its thread: people not yet in it, and words about a group. What
 * somebody of the staff has corrected stays as they left it.
 */
export async function extendInquiry(
  tx: Tx,
  { threadId, people, mentions, cohortId, ...later }: { threadId: string } & Drafted,
): Promise<void> {
  // Two replies read at once would each write the list that they found: the second waits here for the first.
  await tx.$queryRaw`SELECT 1 FROM "Inquiry" WHERE "threadId" = ${threadId}::uuid FOR UPDATE`;
  const inquiry = await tx.inquiry.findUnique({ where: { threadId } });
  if (!inquiry || inquiry.correctedAt) return;
  const known = inquiryPeople.parse(inquiry.people);
  // A place without a name is filled by whoever is named later.
  const added = people.filter(
    ({ name, email }) =>
      (name || email) && !known.some((person) => (email ? person.email === email : person.name === name)),
  );
  const nameless = known.filter(({ name, email }) => !name && !email).slice(added.length);
  const all = [...known.filter(({ name, email }) => name || email), ...added, ...nameless];
  const asksNow = inquiry.intent === "question" && later.seats > 0;
  await tx.inquiry.update({
    where: { threadId },
    data: {
      people: all,
      seats: later.seats === 0 ? inquiry.seats : Math.max(inquiry.seats, later.seats),
      mentions: [...new Set([inquiry.mentions, mentions].join(", ").split(", "))].filter(Boolean).join(", "),
      cohortId: cohortId ?? inquiry.cohortId,
      ...(asksNow && { intent: later.intent, confidence: later.confidence }),
    },
  });
}
