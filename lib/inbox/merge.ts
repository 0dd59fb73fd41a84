import { z } from "zod";
import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { mayAdminister } from "#lib/auth/policy.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction, type Tx } from "#lib/db/transaction.ts";
import { inquiryPeople } from "#lib/inquiries/people.ts";
import { changeThread, lockThread } from "#lib/mail/change-thread.ts";
import { moveMessages } from "#lib/mail/move-messages.ts";
import { Prisma } from "../../prisma/generated/client.ts";

/** What the audit event of a merge remembers, so that it can be undone. */
const moved = z.object({
  into: z.uuid(),
  messages: z.array(z.uuid()),
  notes: z.array(z.uuid()),
  parties: z.array(z.uuid()),
  state: z.enum(["new", "needsUs", "waitingForThem", "done"]),
  /** How many messages there were then. */
  count: z.number().optional(),
});

/**
 * Makes one thread of two that are about the same thing. The one whose inquiry says more goes on, so that its
 * link and its draft stay what they are; the other one's address leads there. Returns the one that goes on.
 */
export async function mergeThreads(
  actor: Staff,
  { threadId, otherId }: { threadId: string; otherId: string },
): Promise<Outcome<"not_there" | "same", { threadId: string }>> {
  if (threadId === otherId) return refuse("same");
  if (!mayAdminister(actor)) return refuse("not_there");
  return inTransaction(async (tx) => {
    // Always in the same order, so that two merges the other way round don't wait for each other.
    const locked = [];
    for (const id of [threadId, otherId].sort()) locked.push(await lockThread(tx, id));
    const [first, second] = locked;
    if (!first || !second) return refuse("not_there");
    const here = first.id === threadId ? first : second;
    const there = first.id === threadId ? second : first;
    const [into, from] =
      (await saysMore(tx, here.id)) >= (await saysMore(tx, there.id)) ? [here, there] : [there, here];

    const notes = await tx.threadNote.updateManyAndReturn({
      where: { threadId: from.id },
      data: { threadId: into.id },
      select: { id: true },
    });
    const linked = await tx.threadParty.findMany({
      where: { threadId: from.id, party: { threads: { none: { threadId: into.id } } } },
      select: { partyId: true },
    });
    const parties = linked.map(({ partyId }) => partyId);
    await tx.threadParty.createMany({ data: parties.map((partyId) => ({ threadId: into.id, partyId })) });
    const messages = await moveMessages(tx, { from: from.id, to: into.id });
    await changeThread(tx, from.id, { mergedIntoId: into.id });
    // What waited for us in sight stays in sight.
    if (waitsForUs(from.state))
      await changeThread(tx, into.id, {
        state: waitsForUs(into.state) ? into.state : "needsUs",
        snoozedUntil: from.snoozedUntil && into.snoozedUntil,
      });
    const details: z.output<typeof moved> = {
      into: into.id,
      messages,
      notes: notes.map(({ id }) => id),
      parties,
      state: into.state,
      count: await tx.message.count({ where: { threadId: into.id } }),
    };
    await record(tx, actor, "thread.merged", from.id, details);
    return done({ threadId: into.id });
  });
}

function waitsForUs(state: string): boolean {
  return state === "new" || state === "needsUs";
}

/** How much the inquiry of a thread holds that nobody would like to write again. */
async function saysMore(tx: Tx, threadId: string): Promise<number> {
  const inquiry = await tx.inquiry.findUnique({
    where: { threadId },
    select: { state: true, people: true, correctedAt: true, cohortId: true },
  });
  if (!inquiry) return 0;
  const people = inquiryPeople.parse(inquiry.people).filter(({ name, email }) => name && email);
  return (
    1 +
    (inquiry.state === "enrolled" ? 1000 : 0) +
    (inquiry.correctedAt ? 100 : 0) +
    people.length * 2 +
    (inquiry.cohortId ? 1 : 0)
  );
}

/** Takes a merge apart again: what came from the other thread goes back there, and its address is its own again. */
export async function undoMerge(
  actor: Staff,
  { threadId, fromId }: { threadId: string; fromId: string },
): Promise<Outcome<"not_there">> {
  if (!mayAdminister(actor)) return refuse("not_there");
  return inTransaction(async (tx) => {
    const into = await lockThread(tx, threadId);
    const [from] = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
      SELECT "id" FROM "Thread" WHERE "id" = ${fromId}::uuid AND "mergedIntoId" = ${threadId}::uuid FOR UPDATE`);
    const event = await tx.auditEvent.findFirst({
      where: { action: "thread.merged", subjectId: fromId },
      orderBy: { id: "desc" },
      select: { details: true },
    });
    const before = moved.safeParse(event?.details);
    if (!into || !from || !before.success || before.data.into !== threadId) return refuse("not_there");
    const { messages, notes, parties, state, count } = before.data;
    const since = await tx.message.count({ where: { threadId } });
    await changeThread(tx, fromId, { mergedIntoId: null });
    await moveMessages(tx, { from: threadId, to: fromId, ids: messages });
    await tx.threadNote.updateMany({ where: { threadId, id: { in: notes } }, data: { threadId: fromId } });
    await tx.threadParty.deleteMany({ where: { threadId, partyId: { in: parties } } });
    // What was written in it since says how it stands now.
    if (since === count) await changeThread(tx, threadId, { state });
    await record(tx, actor, "thread.unmerged", fromId, { from: threadId });
    return done();
  });
}
