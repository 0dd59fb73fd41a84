import { takingPart } from "#lib/attendance/enrolled.ts";
import type { Participant } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { dateOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction, type Tx } from "#lib/db/transaction.ts";
import { loadStillSeen } from "#lib/materials/still-seen.ts";
import { type NotOwn, ownPerson } from "#lib/people/own-person.ts";
import type { WriteReflection } from "./schema.ts";
import { seal } from "./seal.ts";

/**
 * Somebody writes something for themselves alone. It is sealed before it is stored, and no event, log or letter has
 * any of it. What it is about is left out where it is none of theirs.
 */
export async function writeReflection(
  actor: Participant,
  { memberId, text, about }: WriteReflection,
  at = now(),
): Promise<Outcome<NotOwn, { reflectionId: string }>> {
  return inTransaction(async (tx) => {
    const own = await ownPerson(tx, actor, memberId);
    if (!own.ok) return refuse(own.reason);
    const { personId } = own.value;
    const id = crypto.randomUUID();
    await tx.reflection.create({
      data: {
        id,
        personId,
        ...(await aboutTheirs(tx, actor, personId, about, at)),
        sealed: seal(text, { id, personId }),
        writtenAt: dateOf(at),
        changedAt: dateOf(at),
      },
    });
    await record(tx, actor, "reflection.written", id);
    return done({ reflectionId: id });
  });
}

async function aboutTheirs(
  tx: Tx,
  actor: Participant,
  personId: string,
  { sessionId, materialId }: WriteReflection["about"],
  at: Temporal.Instant,
): Promise<WriteReflection["about"]> {
  const theirs = {
    ...takingPart.enrollment,
    party: { members: { some: { ...takingPart.member, personId } } },
  };
  const session = sessionId
    ? await tx.session.count({ where: { id: sessionId, cohort: { enrollments: { some: theirs } } } })
    : 0;
  const seen = materialId ? await loadStillSeen(actor, [materialId], at) : [];
  return { sessionId: session > 0 ? sessionId : null, materialId: seen[0]?.id ?? null };
}
