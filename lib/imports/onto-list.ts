import type { Staff } from "#lib/audit/actor.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { addInterests } from "#lib/interest/add-many.ts";
import { mailInterests } from "#lib/interest/mail-many.ts";
import type { Brought } from "./into-line.ts";

/** Puts parties on a program's interest list. Nothing is offered there: who waits is invited to a cohort later. */
export async function ontoList(
  tx: Tx,
  actor: Staff,
  { destination, placed, write }: Brought,
  at: Temporal.Instant,
): Promise<number> {
  const parties = placed.map(({ id, partyId, joinedAt, formToken }) => ({
    id,
    partyId,
    since: joinedAt,
    formToken,
  }));
  await addInterests(tx, actor, destination.id, parties);
  const ids = placed.map(({ id }) => id);
  if (write) await mailInterests(tx, ids, at);
  return 0;
}
