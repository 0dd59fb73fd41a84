import { dateOf } from "#lib/clock/convert.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { queueMail } from "#lib/mail/queue.ts";
import { isOwnAddress } from "#lib/reading/own-address.ts";
import type { Mail } from "#lib/reading/read-mail.ts";

/**
 * Answers a message once, with the link to the form. Never twice within a day to one address, however much it
 * writes: another robot would go on for ever. Never to ourselves.
 */
export async function acknowledge(
  tx: Tx,
  { inquiryId, threadId, mail }: { inquiryId: string; threadId: string; mail: Mail },
  at: Temporal.Instant,
): Promise<void> {
  const { email: address, name } = mail.sender;
  if (isOwnAddress(address)) return;
  // Two messages from one address may be read at once: the second waits until the first one's answer is stored.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${address}, 0))`;
  const recent = await tx.message.findFirst({
    where: { template: "acknowledgement", address, createdAt: { gt: dateOf(at.subtract({ hours: 24 })) } },
    select: { id: true },
  });
  if (recent) return;
  await queueMail(
    tx,
    {
      template: "acknowledgement",
      to: { address, name },
      props: { inquiryId },
      threadId,
      inReplyTo: mail.messageId ?? undefined,
    },
    at,
  );
}
