import { createHash } from "node:crypto";
import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { mayAdminister } from "#lib/auth/policy.ts";
import { now } from "#lib/clock/now.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction, type Tx } from "#lib/db/transaction.ts";
import { addParties } from "#lib/people/add-parties.ts";
import { mailParties } from "#lib/people/mail-parties.ts";
import { addToLine } from "#lib/seats/add-to-line.ts";
import { lockCohort } from "#lib/seats/lock.ts";
import { noteChanges } from "#lib/waitlist/note-changes.ts";
import { promote } from "#lib/waitlist/promote.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import { destinationOf } from "./destination.ts";
import { placesOf } from "./places.ts";
import { plan } from "./plan.ts";
import type { ImportInput } from "./schema.ts";
import { readSheet, type SheetRefusal } from "./sheet.ts";
import { broughtOverWords } from "./words.ts";

export type ImportRefusal = SheetRefusal | "not_there" | "problems" | "nobody";

export type Imported = { parties: number; people: number; offered: number };

type ImportOptions = {
  /** Rows with problems are left out; otherwise nothing is brought over while there is one. */
  leaveOut: boolean;
  /** Tells everyone in line that they are. */
  write: boolean;
};

/**
 * Brings a clinic's list over to a cohort's line: every party with its place, or, when a single one is refused,
 * nobody. Free seats are offered afterwards, as always. The same list sent twice is brought over once: the
 * second answer is the first one's.
 */
export async function importWaitlist(
  actor: Staff,
  input: ImportInput,
  { leaveOut, write }: ImportOptions,
  at = now(),
): Promise<Outcome<ImportRefusal, Imported>> {
  const sheet = readSheet(input.text);
  if (!sheet.ok) return sheet;
  const { cohortId } = input;
  return inTransaction(async (tx) => {
    await lockCohort(tx, cohortId);
    const destination = mayAdminister(actor) ? await destinationOf(tx, cohortId, at) : null;
    if (!destination) return refuse("not_there");
    const tokens = sheet.value.rows.map(({ number }) => tokenOf(input, number));
    const before = await broughtBefore(tx, tokens);
    if (before) return done(before);

    const rows = plan(sheet.value, input, destination, at);
    const parties = rows.filter((row) => row.kind === "party");
    const problems = rows.filter(({ kind }) => kind === "problem").length;
    if (problems > 0 && !leaveOut) return refuse("problems");
    if (parties.length === 0) return refuse("nobody");

    const placed = placesOf(parties, destination.timeZone, at).map(({ party, joinedAt }) => ({
      enrollmentId: crypto.randomUUID(),
      partyId: crypto.randomUUID(),
      seats: party.people.length,
      joinedAt,
      formToken: tokenOf(input, party.number),
      people: party.people,
    }));
    await addParties(
      tx,
      placed.map(({ partyId, people }) => ({
        id: partyId,
        members: people.map((person) => ({
          id: crypto.randomUUID(),
          personId: crypto.randomUUID(),
          ...person,
        })),
      })),
    );
    await addToLine(
      tx,
      actor,
      cohortId,
      placed.map(({ people, ...party }) => party),
    );
    const ids = placed.map(({ enrollmentId }) => enrollmentId);
    const today = at.toZonedDateTimeISO(destination.timeZone).toPlainDate();
    await noteChanges(tx, cohortId, ids, broughtOverWords(today), at);
    const offered = await promote(tx, actor, cohortId, at);
    if (write) await mailParties(tx, "waitlisted", ids, at);
    const people = placed.reduce((sum, { seats }) => sum + seats, 0);
    await record(tx, actor, "waitlist.imported", cohortId, {
      parties: placed.length,
      people,
      leftOut: problems,
      skipped: rows.length - parties.length - problems,
    });
    return done({
      parties: placed.length,
      people,
      offered: ids.filter((id) => offered.includes(id)).length,
    });
  });
}

/** What the same list brought when it was sent before, or null. */
async function broughtBefore(tx: Tx, tokens: string[]): Promise<Imported | null> {
  const before = await tx.$queryRaw<{ seats: number; offeredAt: Date | null }[]>(Prisma.sql`
    SELECT "seats", "offeredAt" FROM "Enrollment" WHERE "formToken" = ANY(${tokens}::uuid[])`);
  if (before.length === 0) return null;
  return {
    parties: before.length,
    people: before.reduce((sum, { seats }) => sum + seats, 0),
    offered: before.filter(({ offeredAt }) => offeredAt !== null).length,
  };
}

/** A row's own form token, the same whenever the same list is sent: a UUID made of a hash (RFC 9562, version 8). */
function tokenOf({ importToken, cohortId, text }: ImportInput, row: number): string {
  const hash = createHash("sha256").update(`${importToken} ${cohortId} ${row} ${text}`).digest("hex");
  const [a, b, c, d, e] = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    hash.slice(13, 16),
    hash.slice(17, 20),
    hash.slice(20, 32),
  ];
  return `${a}-${b}-8${c}-8${d}-${e}`;
}
