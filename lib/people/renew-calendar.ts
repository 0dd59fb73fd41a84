import type { Participant } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { membershipsOf } from "#lib/auth/policy.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";

/** Gives a member's calendar a new address; the one before it leads nowhere from now on. */
export async function renewMyCalendar(actor: Participant, memberId: string): Promise<Outcome<"not_yours">> {
  return inTransaction(async (tx) => {
    const { count } = await tx.member.updateMany({
      where: { AND: [{ id: memberId }, membershipsOf(actor)] },
      data: { calendarVersion: { increment: 1 } },
    });
    if (count === 0) return refuse("not_yours");
    await record(tx, actor, "calendar.renewed", memberId);
    return done();
  });
}
