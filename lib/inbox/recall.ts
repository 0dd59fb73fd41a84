import { dateOf } from "#lib/clock/convert.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { automaticTemplates } from "#lib/mail/template.ts";
import type { Mail } from "#lib/reading/read-mail.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import { type OpenCohort, openCohorts } from "./match-cohort.ts";

export type Recall = {
  /** Whether a message may belong with another one; most are the first of somebody new, and need not be looked for. */
  mayFollow(mail: Mail): boolean;
  /** How often we answered an address by ourselves within a week. */
  answersTo(address: string): number;
  /** Whether one of those, an acknowledgement, went there within a day. */
  isAcknowledged(address: string): boolean;
  noteAcknowledged(address: string): void;
  cohorts: OpenCohort[];
};

/**
 * What messages that are about to be taken in have to do with what is here already, asked once for all of them. Whoever
 * calls it takes in their senders' mail `oneAtATime`.
 */
export async function recall(tx: Tx, mails: Mail[], at: Temporal.Instant): Promise<Recall> {
  const senders = [...new Set(mails.map(({ sender }) => sender.email))];
  const ids = mails.flatMap(({ messageId }) => messageId ?? []);
  const found = await tx.$queryRaw<Found[]>(Prisma.sql`
    SELECT s.address,
      count(*) FILTER (WHERE m."template" = ANY(${automaticTemplates}::text[]) AND m."createdAt" > ${dateOf(at.subtract({ hours: 24 * 7 }))})::int AS answers,
      COALESCE(bool_or(m."template" = 'acknowledgement' AND m."createdAt" > ${dateOf(at.subtract({ hours: 24 }))}), false) AS "isAcknowledged",
      array_agg(m."inReplyTo") FILTER (WHERE m."direction" = 'incoming' AND m."inReplyTo" = ANY(${ids}::text[])) AS followed
    FROM unnest(${senders}::text[]) AS s(address) JOIN "Message" m ON m."address" = s.address::citext
    GROUP BY s.address`);
  const here = new Set([...ids, ...(await idsHere(tx, mails))]);
  const known = new Map(found.map((sender) => [sender.address, sender]));
  const followed = new Set([
    ...found.flatMap((sender) => sender.followed ?? []),
    ...mails.map(({ inReplyTo }) => inReplyTo),
  ]);
  return {
    mayFollow: ({ messageId, references, threadIds }) =>
      references.some((id) => here.has(id)) ||
      threadIds.length > 0 ||
      (messageId !== null && followed.has(messageId)),
    answersTo: (address) => known.get(address)?.answers ?? 0,
    isAcknowledged: (address) => known.get(address)?.isAcknowledged ?? false,
    noteAcknowledged: (address) => {
      const answers = (known.get(address)?.answers ?? 0) + 1;
      known.set(address, { address, answers, isAcknowledged: true, followed: null });
    },
    cohorts: mails.some(({ reading }) => reading.mentions) ? await openCohorts(tx, at) : [],
  };
}

/** Of the messages that these say they answer, those that we have: most were never ours. */
async function idsHere(tx: Tx, mails: Mail[]): Promise<string[]> {
  const named = mails.flatMap(({ references }) => references);
  if (named.length === 0) return [];
  const rows = await tx.$queryRaw<{ messageId: string }[]>(
    Prisma.sql`SELECT "messageId" FROM "Message" WHERE "messageId" = ANY(${named}::text[])`,
  );
  return rows.map(({ messageId }) => messageId);
}

type Found = { address: string; answers: number; isAcknowledged: boolean; followed: string[] | null };
