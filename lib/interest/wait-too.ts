import type { MemberActor } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { now } from "#lib/clock/now.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { sayYes } from "#lib/people/say-yes.ts";
import { belongs } from "./belongs.ts";
import { lockInterest } from "./lock.ts";

/** A member says for themselves that they wait for the next group too. */
export async function waitToo(
  actor: MemberActor,
  interestId: string,
  at = now(),
): Promise<Outcome<"not_on_the_list">> {
  return inTransaction(async (tx) => {
    const interest = await lockInterest(tx, interestId);
    if (interest?.state !== "waiting" || !(await belongs(tx, actor, interest.partyId)))
      return refuse("not_on_the_list");
    await sayYes(tx, actor.memberId, at);
    await record(tx, actor, "interest.waits-too", interestId);
    return done();
  });
}
