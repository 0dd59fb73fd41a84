import { instantOf } from "#lib/clock/convert.ts";
import type { Tx } from "#lib/db/transaction.ts";
import type { Letter } from "#lib/mail/queue.ts";
import { isOwnAddress } from "#lib/reading/own-address.ts";
import type { Mail } from "#lib/reading/read-mail.ts";
import { answerTo } from "./answer-to.ts";
import type { Recall } from "./recall.ts";

/** Whoever wrote longer ago hears from a person: a mailbox that was just connected may hold the mail of years. */
const latest = { hours: 3 * 24 };

/**
 * Our own answer to a message, by what it asks, or null where it gets none: never twice within a day to one address,
 * however much it writes, because another robot would go on for ever; never to ourselves; and not to old mail.
 */
export async function acknowledgement(
  tx: Tx,
  { mail, inquiryId, cameAt }: { mail: Mail; inquiryId: string | null; cameAt: Date },
  known: Recall,
  at: Temporal.Instant,
): Promise<Letter<"acknowledgement"> | null> {
  const { email: address, name } = mail.sender;
  if (isOwnAddress(address) || known.isAcknowledged(address)) return null;
  if (Temporal.Instant.compare(instantOf(cameAt), at.subtract(latest)) < 0) return null;
  const props = await answerTo(tx, { inquiryId, mail });
  if (!props) return null;
  known.noteAcknowledged(address);
  return {
    template: "acknowledgement",
    to: { address, name },
    props,
    inReplyTo: mail.messageId ?? undefined,
  };
}
