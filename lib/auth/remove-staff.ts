import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { isLastAdmin } from "./last-admin.ts";

/** Takes somebody's role away and signs them out everywhere. What they did stays under their name; the clinic keeps an admin. */
export async function removeStaff(actor: Staff, userId: string): Promise<Outcome<"last_admin">> {
  return inTransaction(async (tx) => {
    if (await isLastAdmin(tx, { id: userId })) return refuse("last_admin");
    const { count } = await tx.user.updateMany({
      where: { id: userId, role: { not: null } },
      data: { role: null },
    });
    if (count === 0) return done();
    await tx.signIn.deleteMany({ where: { userId } });
    await record(tx, actor, "staff.removed", userId);
    return done();
  });
}
