import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inThread } from "./in-thread.ts";

type Link = { threadId: string; partyId: string };

/** Says that a thread is about a party. */
export function linkParty(
  actor: Staff,
  { threadId, partyId }: Link,
): Promise<Outcome<"not_there" | "no_party">> {
  return inThread(actor, threadId, async (tx) => {
    if ((await tx.party.count({ where: { id: partyId } })) === 0) return refuse("no_party");
    await tx.threadParty.createMany({ data: { threadId, partyId }, skipDuplicates: true });
    await record(tx, actor, "thread.linked", threadId, { partyId });
    return done();
  });
}

/** Says that it isn't, after all. */
export function unlinkParty(actor: Staff, { threadId, partyId }: Link): Promise<Outcome<"not_there">> {
  return inThread(actor, threadId, async (tx) => {
    await tx.threadParty.deleteMany({ where: { threadId, partyId } });
    await record(tx, actor, "thread.unlinked", threadId, { partyId });
    return done();
  });
}
