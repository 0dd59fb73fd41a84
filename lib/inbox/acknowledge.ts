import { dateOf } from "#lib/clock/convert.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { queueMail } from "#lib/mail/queue.ts";
import { isOwnAddress } from "#lib/reading/own-address.ts";
import type { Mail } from "#lib/reading/read-mail.ts";
import { answerTo } from "./answer-to.ts";

/**
 * Answers a message once, by what it asks. Never twice within a day to one address, however much it writes: another
 * robot would go on for ever. Never to ourselves. Whoever calls it takes in this address's mail `oneAtATime`.
 */
export async function acknowledge(
  tx: Tx,
  { inquiryId, threadId, mail }: { inquiryId: string | null; threadId: string; mail: Mail },
  at: Temporal.Instant,
): Promise<void> {
  const { email: address, name } = mail.sender;
  if (isOwnAddress(address)) return;
  const recent = await tx.message.findFirst({
    where: { template: "acknowledgement", address, createdAt: { gt: dateOf(at.subtract({ hours: 24 })) } },
    select: { id: true },
  });
  if (recent) return;
  const props = await answerTo(tx, { inquiryId, mail });
  if (!props) return;
  await queueMail(
    tx,
    {
      template: "acknowledgement",
      to: { address, name },
      props,
      threadId,
      inReplyTo: mail.messageId ?? undefined,
    },
    at,
  );
}
