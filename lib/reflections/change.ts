import type { Participant } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { dateOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { type NotOwn, ownPerson } from "#lib/people/own-person.ts";
import type { ChangeReflection, ReflectionId } from "./schema.ts";
import { seal } from "./seal.ts";

/** Puts other words in the place of what somebody wrote; the earlier ones are gone. */
export async function changeReflection(
  actor: Participant,
  { memberId, reflectionId: id, text }: ChangeReflection,
  at = now(),
): Promise<Outcome<NotOwn>> {
  return inTransaction(async (tx) => {
    const own = await ownPerson(tx, actor, memberId);
    if (!own.ok) return refuse(own.reason);
    const { personId } = own.value;
    const { count } = await tx.reflection.updateMany({
      where: { id, personId },
      data: { sealed: seal(text, { id, personId }), changedAt: dateOf(at) },
    });
    if (count === 0) return refuse("not_there");
    await record(tx, actor, "reflection.changed", id);
    return done();
  });
}

/** Deletes what somebody wrote, for good. */
export async function deleteReflection(
  actor: Participant,
  { memberId, reflectionId: id }: ReflectionId,
): Promise<Outcome<NotOwn>> {
  return inTransaction(async (tx) => {
    const own = await ownPerson(tx, actor, memberId);
    if (!own.ok) return refuse(own.reason);
    const { count } = await tx.reflection.deleteMany({ where: { id, personId: own.value.personId } });
    if (count === 0) return refuse("not_there");
    await record(tx, actor, "reflection.deleted", id);
    return done();
  });
}
