import { z } from "zod";
import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { mayAdminister } from "#lib/auth/policy.ts";
import { dateOf, instantOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { inquiryPeople } from "#lib/inquiries/people.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import { foundIn, type Piece, piecesOf, searched, searchQuery } from "./search.ts";

const pageSize = 30;

/** Which threads are listed. Whoever searches looks through all of them, whatever their state. */
export const listSchema = z.object({
  state: z.enum(["new", "needsUs", "waitingForThem", "later", "done"]).catch("new"),
  who: z.enum(["anyone", "me"]).catch("anyone"),
  q: z.string().trim().max(200).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export type List = z.output<typeof listSchema>;

type Row = {
  id: string;
  from: string;
  address: string;
  beginning: string;
  headline: string | null;
};

/**
 * A page of threads, the newest first; one that was put off and has come back stands where it came back. Pages
 * count from 1, and each is read with as many queries however many threads are on it.
 */
export async function loadInbox(actor: Staff, { state, who, q, page }: List, at = now()) {
  if (!mayAdminister(actor)) return { threads: [], hasNext: false };
  const mine = who === "me" ? Prisma.sql`AND t."assigneeId" = ${actor.userId}::uuid` : Prisma.empty;
  const query = q ? searchQuery(q) : null;
  const ids = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT t."id" FROM "Thread" t
    WHERE t."mergedIntoId" IS NULL ${mine} AND ${query ? isFound(query) : stands(state, at)}
    ORDER BY ${state === "done" || query ? Prisma.sql`t."lastMessageAt"` : Prisma.sql`GREATEST(t."lastMessageAt", t."snoozedUntil")`} DESC, t."id" DESC
    LIMIT ${pageSize + 1} OFFSET ${(page - 1) * pageSize}`);
  const shown = ids.slice(0, pageSize).map(({ id }) => id);
  const [threads, rows] = await Promise.all([
    db.thread.findMany({
      where: { id: { in: shown } },
      select: {
        id: true,
        subject: true,
        state: true,
        lastMessageAt: true,
        snoozedUntil: true,
        assignee: { select: { name: true } },
        inquiry: { select: { intent: true, people: true, state: true } },
        _count: { select: { messages: true } },
      },
    }),
    lastWords(shown, query),
  ]);
  if (q) await record(db, actor, "inbox.searched", null);
  return {
    threads: shown.flatMap((id) => {
      const thread = threads.find((one) => one.id === id);
      return thread ? [rowOf(thread, rows.get(id), at)] : [];
    }),
    hasNext: ids.length > pageSize,
  };
}

type Listed = {
  id: string;
  subject: string;
  state: "new" | "needsUs" | "waitingForThem" | "done";
  lastMessageAt: Date;
  snoozedUntil: Date | null;
  assignee: { name: string } | null;
  inquiry: { intent: Intent; people: Prisma.JsonValue; state: string } | null;
  _count: { messages: number };
};

type Intent = Prisma.InquiryGetPayload<{ select: { intent: true } }>["intent"];

export type ListedThread = ReturnType<typeof rowOf>;

function rowOf(thread: Listed, row: Row | undefined, at: Temporal.Instant) {
  const { inquiry, snoozedUntil, lastMessageAt, assignee, _count, ...shown } = thread;
  const people = inquiry ? inquiryPeople.parse(inquiry.people) : [];
  const until = snoozedUntil && instantOf(snoozedUntil);
  return {
    ...shown,
    at: instantOf(lastMessageAt),
    from: row?.from ?? "",
    beginning: pieces(row),
    intent: inquiry?.intent ?? null,
    people: people.map(({ name, email }) => name || (email ?? "")).filter(Boolean),
    assignee: assignee?.name ?? null,
    messages: _count.messages,
    /** Out of sight until then. */
    snoozedUntil: until && Temporal.Instant.compare(until, at) > 0 ? until : null,
  };
}

function pieces(row: Row | undefined): Piece[] {
  if (row?.headline) return piecesOf(row.headline);
  return row?.beginning ? [{ text: row.beginning, found: false }] : [];
}

function stands(state: List["state"], at: Temporal.Instant): Prisma.Sql {
  if (state === "later") return Prisma.sql`t."snoozedUntil" > ${dateOf(at)}`;
  return Prisma.sql`t."state" = ${state}::"ThreadState"
    AND (t."snoozedUntil" IS NULL OR t."snoozedUntil" <= ${dateOf(at)})`;
}

function isFound(query: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`t."id" IN (SELECT m."threadId" FROM "Message" m WHERE ${searched} @@ ${query})`;
}

/** In SQL, because only one message of each thread is wanted, and only a piece of it: what was found, or the newest. */
async function lastWords(threadIds: string[], query: Prisma.Sql | null): Promise<Map<string, Row>> {
  const text = Prisma.sql`left(m."subject" || ' · ' || m."name" || ' ' || m."address"::text || ' · ' || m."text", 20000)`;
  const headline = query ? foundIn(text, query) : Prisma.sql`NULL::text`;
  const found = query ? Prisma.sql`${searched} @@ ${query} AS hit` : Prisma.sql`false AS hit`;
  const rows = await db.$queryRaw<Row[]>(Prisma.sql`
    SELECT m."threadId" AS id, COALESCE(NULLIF(w."name", ''), w."address"::text, '') AS "from",
      COALESCE(w."address"::text, '') AS address,
      left(COALESCE(m."error", m."text"), 160) AS beginning,
      CASE WHEN hit THEN ${headline} END AS headline
    FROM (
      SELECT DISTINCT ON (m."threadId") m.*, ${found} FROM "Message" m
      WHERE m."threadId" = ANY(${threadIds}::uuid[])
      ORDER BY m."threadId", hit DESC, m."direction" = 'incoming' DESC, m."createdAt" DESC, m."id" DESC
    ) m LEFT JOIN LATERAL (
      SELECT "name", "address" FROM "Message" i WHERE i."threadId" = m."threadId"
      ORDER BY i."direction" = 'incoming' DESC, i."automatic" IS NULL DESC, i."createdAt" DESC LIMIT 1
    ) w ON true`);
  return new Map(rows.map((row) => [row.id, row]));
}

/** How many threads wait for the clinic. */
export async function countNeedsUs(actor: Staff, at = now()): Promise<number> {
  if (!mayAdminister(actor)) return 0;
  return db.thread.count({
    where: {
      mergedIntoId: null,
      state: { in: ["new", "needsUs"] },
      OR: [{ snoozedUntil: null }, { snoozedUntil: { lte: dateOf(at) } }],
    },
  });
}
