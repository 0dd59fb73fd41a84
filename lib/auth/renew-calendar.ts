import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { inTransaction } from "#lib/db/transaction.ts";

/** Gives the actor's own calendar a new address; the one before it leads nowhere from now on. */
export async function renewStaffCalendar(actor: Staff): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.user.update({
      where: { id: actor.userId },
      data: { calendarVersion: { increment: 1 } },
    });
    await record(tx, actor, "calendar.renewed", actor.userId);
  });
}
