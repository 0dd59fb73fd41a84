import { incomingMail } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { dateOf } from "#lib/clock/convert.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { quietThread } from "#lib/mail/quiet-thread.ts";
import { automaticTemplates } from "#lib/mail/template.ts";
import { Prisma } from "../../prisma/generated/client.ts";

/** Nobody reads an answer of ours and writes so many of their own so soon, or says the same again after so many answers. */
const tooMany = 3;
export const tooOften = 2;
const tooSoon = "2 minutes";

const words = {
  soon: "Several answers came within two minutes of our automatic one, faster than people write. We answer here by ourselves no longer.",
  same: "The same words came again after we had answered them twice within a week. We answer here by ourselves no longer.",
};

/**
 * Whether we answer a thread by ourselves no longer, as of a message that just joined it: another robot may be behind
 * it, even one that doesn't say so.
 */
export async function isQuiet(
  tx: Tx,
  { threadId, address, text }: { threadId: string; address: string; text: string },
  at: Temporal.Instant,
): Promise<boolean> {
  const [seen] = await tx.$queryRaw<{ quiet: string | null; soon: number; same: number }[]>(Prisma.sql`
    SELECT t."quiet",
      (SELECT count(*)::int FROM "Message" m WHERE m."threadId" = t."id" AND m."direction" = 'incoming'
        AND EXISTS (SELECT 1 FROM "Message" o WHERE o."threadId" = t."id" AND o."direction" = 'outgoing'
          AND o."template" = ANY(${automaticTemplates}::text[])
          AND m."createdAt" BETWEEN o."createdAt" AND o."createdAt" + ${tooSoon}::interval)) AS soon,
      (SELECT count(*)::int FROM "Message" o JOIN "Message" m ON m."messageId" = o."inReplyTo" AND m."address" = o."address"
        WHERE o."address" = ${address}::citext AND o."direction" = 'outgoing' AND m."direction" = 'incoming'
          AND o."template" = ANY(${automaticTemplates}::text[]) AND o."createdAt" > ${dateOf(at.subtract({ hours: 24 * 7 }))}
          AND ${letters(Prisma.sql`m."text"`)} <> '' AND ${letters(Prisma.sql`m."text"`)} = ${letters(Prisma.sql`${text}::text`)}) AS same
    FROM "Thread" t WHERE t."id" = ${threadId}::uuid`);
  if (!seen || seen.quiet) return Boolean(seen);
  const why = seen.soon >= tooMany ? words.soon : seen.same >= tooOften ? words.same : null;
  if (!why) return false;
  await quietThread(tx, threadId, why);
  await record(tx, incomingMail, "thread.quiet", threadId);
  return true;
}

/** What stays the same when a robot fills in another date or number. */
function letters(text: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`regexp_replace(lower(left(${text}, 4000)), '[^[:alpha:]]+', '', 'g')`;
}
