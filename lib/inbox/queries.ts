import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { instantOf } from "#lib/clock/convert.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import { inquiryPeople } from "#lib/inquiries/people.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import type { ThreadState } from "../../prisma/generated/enums.ts";
import { threadsOf } from "./policy.ts";

const pageSize = 30;

/** A page of the threads in one state, the newest first, each with what came last. Pages count from 1. */
export async function loadInbox(actor: Staff, { state, page }: { state: ThreadState; page: number }) {
  const found = await db.thread.findMany({
    where: { ...threadsOf(actor), state },
    orderBy: [{ lastMessageAt: "desc" }, { id: "desc" }],
    skip: (page - 1) * pageSize,
    take: pageSize + 1,
    select: { id: true, subject: true, lastMessageAt: true },
  });
  const threads = found.slice(0, pageSize);
  const latest = await latestIncoming(threads.map(({ id }) => id));
  return {
    threads: threads.map(({ id, subject, lastMessageAt }) => ({
      id,
      subject,
      at: instantOf(lastMessageAt),
      from: latest.get(id)?.from ?? "",
      beginning: latest.get(id)?.beginning ?? "",
    })),
    hasNext: found.length > pageSize,
  };
}

/** In SQL, because only the newest message of each thread is wanted, and only how it begins. */
async function latestIncoming(threadIds: string[]) {
  const rows = await db.$queryRaw<{ threadId: string; from: string; beginning: string }[]>(Prisma.sql`
    SELECT DISTINCT ON ("threadId") "threadId", COALESCE(NULLIF("name", ''), "address"::text) AS "from",
      left(COALESCE("error", "text"), 160) AS "beginning"
    FROM "Message" WHERE "threadId" = ANY(${threadIds}::uuid[]) AND "direction" = 'incoming'
    ORDER BY "threadId", "createdAt" DESC, "id" DESC`);
  return new Map(rows.map((row) => [row.threadId, row]));
}

/** How many threads wait for the clinic. */
export function countNeedsUs(actor: Staff): Promise<number> {
  return db.thread.count({ where: { ...threadsOf(actor), state: { in: ["new", "needsUs"] } } });
}

// A thread that goes on for longer than this is shown by its newest messages.
const mostMessages = 100;

/** A thread as it is read: its messages in order, and what we made of them. Who read it is known (design rule 10). */
export async function loadThread(actor: Staff, threadId: string) {
  if (!isId(threadId)) return null;
  const thread = await db.thread.findFirst({
    where: { AND: [threadsOf(actor), { id: threadId }] },
    select: {
      id: true,
      subject: true,
      state: true,
      inquiry: { select: { state: true, people: true, mentions: true } },
      messages: {
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: mostMessages,
        select: {
          id: true,
          direction: true,
          state: true,
          address: true,
          name: true,
          subject: true,
          text: true,
          template: true,
          automatic: true,
          error: true,
          createdAt: true,
        },
      },
    },
  });
  if (!thread) return null;
  await record(db, actor, "thread.seen", threadId);
  return {
    ...thread,
    answered: thread.messages.some(({ direction }) => direction === "outgoing"),
    inquiry: thread.inquiry && { ...thread.inquiry, people: inquiryPeople.parse(thread.inquiry.people) },
    messages: thread.messages
      .map(({ createdAt, ...message }) => ({ ...message, at: instantOf(createdAt) }))
      .reverse(),
  };
}

/** The bytes of an incoming message as they came, or null. Who read them is known. */
export async function loadOriginal(
  actor: Staff,
  { threadId, messageId }: { threadId: string; messageId: string },
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!isId(threadId) || !isId(messageId)) return null;
  const message = await db.message.findFirst({
    where: { id: messageId, threadId, direction: "incoming", thread: threadsOf(actor) },
    select: { raw: true },
  });
  if (!message?.raw) return null;
  await record(db, actor, "message.original-seen", messageId);
  return message.raw;
}
