import type { Staff } from "#lib/audit/actor.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { mailParties } from "#lib/people/mail-parties.ts";
import { addToLine } from "#lib/seats/add-to-line.ts";
import { noteChanges } from "#lib/waitlist/note-changes.ts";
import { promote } from "#lib/waitlist/promote.ts";
import type { Found } from "./destination.ts";
import { broughtOverWords } from "./words.ts";

/** A party, with the id of its place in line or on the list, and since when it has waited. */
type Placed = {
  id: string;
  partyId: string;
  seats: number;
  joinedAt: Temporal.Instant;
  formToken: string;
};

export type Brought = {
  destination: Found;
  placed: Placed[];
  /** Whether everyone who waits is told that they do. */
  write: boolean;
};

/** Puts parties in a cohort's line. Free seats are offered afterwards, as always; returns to how many of these. */
export async function intoLine(
  tx: Tx,
  actor: Staff,
  { destination: { id: cohortId, timeZone }, placed, write }: Brought,
  at: Temporal.Instant,
): Promise<number> {
  const parties = placed.map(({ id, partyId, seats, joinedAt, formToken }) => ({
    enrollmentId: id,
    partyId,
    seats,
    joinedAt,
    formToken,
  }));
  await addToLine(tx, actor, cohortId, parties);
  const ids = placed.map(({ id }) => id);
  const today = at.toZonedDateTimeISO(timeZone).toPlainDate();
  await noteChanges(tx, cohortId, ids, broughtOverWords(today), at);
  const offered = await promote(tx, actor, cohortId, at);
  if (write) await mailParties(tx, "waitlisted", ids, at);
  return ids.filter((id) => offered.includes(id)).length;
}
