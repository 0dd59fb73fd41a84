import type { Actor } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { dateOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction, type Tx } from "#lib/db/transaction.ts";
import { mailMembers } from "#lib/people/mail-party.ts";
import { partyInsert } from "#lib/people/party-insert.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import type { JoinInterest } from "./schema.ts";

/**
 * Puts a party on the interest list of a program, and writes to each of them with their own link; everybody
 * says for themselves that they wait too. The same form sent twice joins once.
 */
export function joinInterest(
  actor: Actor,
  input: JoinInterest,
  at = now(),
): Promise<Outcome<"no_program", { interestId: string }>> {
  return inTransaction((tx) => joinInterestIn(tx, actor, input, at));
}

/** `joinInterest` as part of a larger change. */
export async function joinInterestIn(
  tx: Tx,
  actor: Actor,
  { programId, formToken, people, suits, format, note }: JoinInterest,
  at: Temporal.Instant,
): Promise<Outcome<"no_program", { interestId: string }>> {
  await oneAtATime(tx, formToken);
  const earlier = await tx.interest.findUnique({ where: { formToken }, select: { id: true } });
  if (earlier) return done({ interestId: earlier.id });
  const offered = { id: programId, ...(actor.kind === "visitor" && { listed: true }) };
  if ((await tx.program.count({ where: offered })) === 0) return refuse("no_program");

  const partyId = crypto.randomUUID();
  const members = people.map(({ name, email }) => ({
    id: crypto.randomUUID(),
    personId: crypto.randomUUID(),
    name,
    email,
  }));
  await tx.$queryRaw(
    Prisma.sql`WITH ${partyInsert(Prisma.sql`(SELECT 1) AS given`, partyId, members)} SELECT 1 FROM written`,
  );
  const { id } = await tx.interest.create({
    data: { partyId, programId, formToken, suits, format, note, since: dateOf(at) },
    select: { id: true },
  });
  await record(tx, actor, "interest.joined", id, { people: people.length });
  await mailMembers(tx, partyId, "interest-joined", (memberId) => ({ memberId, interestId: id }), at);
  return done({ interestId: id });
}

/** Whoever sends the same form at the same moment waits for the first to be stored. */
async function oneAtATime(tx: Tx, formToken: string) {
  await tx.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended(${formToken}, 0))`);
}
