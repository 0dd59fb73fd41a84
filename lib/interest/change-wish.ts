import type { MemberActor, Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { mayAdminister } from "#lib/auth/policy.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { belongs } from "./belongs.ts";
import { lockInterest } from "./lock.ts";
import type { Wish } from "./schema.ts";

/** What suits a party has changed: a member says so, or an admin whom they told. Its place stays the same. */
export async function changeWish(
  actor: MemberActor | Staff,
  interestId: string,
  { suits, format }: Wish,
): Promise<Outcome<"not_on_the_list">> {
  return inTransaction(async (tx) => {
    const interest = await lockInterest(tx, interestId);
    if (interest?.state !== "waiting") return refuse("not_on_the_list");
    const theirs = actor.kind === "staff" ? mayAdminister(actor) : await belongs(tx, actor, interest.partyId);
    if (!theirs) return refuse("not_on_the_list");
    await tx.interest.update({ where: { id: interestId }, data: { suits, format } });
    await record(tx, actor, "interest.wish-changed", interestId);
    return done();
  });
}
