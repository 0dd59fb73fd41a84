import type { Tx } from "#lib/db/transaction.ts";
import type { Letters } from "#lib/mail/template.ts";
import type { Mail } from "#lib/reading/read-mail.ts";
import { sureEnough } from "#lib/reading/reading.ts";
import { Prisma } from "../../prisma/generated/client.ts";

/** What our answer to a message offers, by what it asks for; null when it asks us for nothing. */
export async function answerTo(
  tx: Tx,
  { inquiryId, mail }: { inquiryId: string | null; mail: Mail },
): Promise<Letters["acknowledgement"] | null> {
  const { intent, confidence } = mail.reading;
  const sure = confidence >= sureEnough ? {} : { sure: false };
  switch (intent) {
    case "enrol":
      return inquiryId ? { inquiryId, ...sure } : null;
    case "referral":
      return inquiryId ? { answer: "referral", inquiryId, ...sure } : null;
    case "question":
      return inquiryId ? { answer: "person" } : null;
    case "change":
    case "withdraw":
    case "partnerReply": {
      const memberId = await memberWith(tx, mail.sender.email);
      if (memberId) return { answer: "page", memberId, ...sure };
      return inquiryId ? { answer: "person" } : null;
    }
    case "automatic":
    case "unrelated":
      return null;
  }
}

/**
 * The member with this address whose party has a place or waits for one; the one of the newest place. Two people may
 * share a mailbox: then nobody's own link is sent there, because we can't know who wrote.
 */
async function memberWith(tx: Tx, address: string): Promise<string | null> {
  const found = await tx.$queryRaw<{ id: string; name: string }[]>(Prisma.sql`
    SELECT DISTINCT ON (lower(p."name")) m."id", p."name" FROM "Person" p
    JOIN "Member" m ON m."personId" = p."id" AND m."state" IN ('invited', 'confirmed')
    JOIN "Enrollment" e ON e."partyId" = m."partyId" AND e."state" IN ('applied', 'held', 'waitlisted', 'confirmed')
    WHERE p."email" = ${address}::citext
    ORDER BY lower(p."name"), e."joinedAt" DESC`);
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}
