import { createHash } from "node:crypto";
import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { mayAdminister } from "#lib/auth/policy.ts";
import { now } from "#lib/clock/now.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction, type Tx } from "#lib/db/transaction.ts";
import { addParties } from "#lib/people/add-parties.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import { destinationOf, lockDestination } from "./destination.ts";
import { intoLine } from "./into-line.ts";
import { ontoList } from "./onto-list.ts";
import { placesOf } from "./places.ts";
import { plan } from "./plan.ts";
import type { ImportInput } from "./schema.ts";
import { readSheet, type SheetRefusal } from "./sheet.ts";

export type ImportRefusal = SheetRefusal | "not_there" | "problems" | "nobody";

export type Imported = { parties: number; people: number; offered: number };

type ImportOptions = {
  /** Rows with problems are left out; otherwise nothing is brought over while there is one. */
  leaveOut: boolean;
  /** Tells everyone who waits that they do. */
  write: boolean;
};

/**
 * Brings a clinic's list over to a cohort's line, or to a program's interest list: every party with its place, or,
 * when a single one is refused, nobody. The same list sent twice is brought over once: the second answer is the
 * first one's.
 */
export async function importList(
  actor: Staff,
  input: ImportInput,
  { leaveOut, write }: ImportOptions,
  at = now(),
): Promise<Outcome<ImportRefusal, Imported>> {
  const sheet = readSheet(input.text);
  if (!sheet.ok) return sheet;
  const { destinationId } = input;
  return inTransaction(async (tx) => {
    await lockDestination(tx, destinationId);
    const destination = mayAdminister(actor) ? await destinationOf(tx, destinationId, at) : null;
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
      id: crypto.randomUUID(),
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
    const isLine = destination.kind === "cohort";
    const offered = await (isLine ? intoLine : ontoList)(tx, actor, { destination, placed, write }, at);
    const people = placed.reduce((sum, { seats }) => sum + seats, 0);
    await record(tx, actor, isLine ? "waitlist.imported" : "interest.imported", destinationId, {
      parties: placed.length,
      people,
      leftOut: problems,
      skipped: rows.length - parties.length - problems,
    });
    return done({ parties: placed.length, people, offered });
  });
}

/** What the same list brought when it was sent before, or null. */
async function broughtBefore(tx: Tx, tokens: string[]): Promise<Imported | null> {
  const before = await tx.$queryRaw<{ people: number; isOffered: boolean }[]>(Prisma.sql`
    SELECT "seats" AS people, "offeredAt" IS NOT NULL AS "isOffered" FROM "Enrollment"
    WHERE "formToken" = ANY(${tokens}::uuid[])
    UNION ALL
    SELECT (SELECT count(*)::int FROM "Member" m WHERE m."partyId" = i."partyId"), false FROM "Interest" i
    WHERE i."formToken" = ANY(${tokens}::uuid[])`);
  if (before.length === 0) return null;
  return {
    parties: before.length,
    people: before.reduce((sum, { people }) => sum + people, 0),
    offered: before.filter(({ isOffered }) => isOffered).length,
  };
}

/** A row's own form token, the same whenever the same list is sent: a UUID made of a hash (RFC 9562, version 8). */
function tokenOf({ importToken, destinationId, text }: ImportInput, row: number): string {
  const hash = createHash("sha256").update(`${importToken} ${destinationId} ${row} ${text}`).digest("hex");
  const [a, b, c, d, e] = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    hash.slice(13, 16),
    hash.slice(17, 20),
    hash.slice(20, 32),
  ];
  return `${a}-${b}-8${c}-8${d}-${e}`;
}
