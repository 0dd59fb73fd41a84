import { record } from "#lib/audit/record.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { setPreferences } from "#lib/seats/set-preferences.ts";
import { type ForParty, lockOwn } from "./lock-own.ts";

/** A party that waits for several cohorts would like this one best; the order of the others stays. */
export async function prefer(actor: ForParty, enrollmentId: string): Promise<Outcome<"not_waiting_here">> {
  return inTransaction(async (tx) => {
    const locked = await lockOwn(tx, actor, enrollmentId);
    if (!locked) return refuse("not_waiting_here");
    await setPreferences(tx, enrollmentId, locked.enrollment.partyId);
    await record(tx, actor, "enrollment.preferred", enrollmentId);
    return done();
  });
}
