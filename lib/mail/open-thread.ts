import { dateOf } from "#lib/clock/convert.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import type { ThreadState } from "../../prisma/generated/enums.ts";

/** Opens a thread, with nothing in it yet. Returns its id. */
export async function openThread(
  tx: Tx,
  { subject, state }: { subject: string; state: ThreadState },
  at: Temporal.Instant,
): Promise<string> {
  const { id } = await tx.thread.create({
    data: { subject, state, lastMessageAt: dateOf(at) },
    select: { id: true },
  });
  return id;
}

/** The same for many, as a piece of a larger statement. `threads` selects id, subject and state. */
export function threadsInsert(threads: Prisma.Sql, at: Temporal.Instant): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO "Thread" ("id", "subject", "state", "lastMessageAt")
    SELECT t.id, t.subject, t.state, ${dateOf(at)} FROM (${threads}) AS t(id, subject, state)`;
}
