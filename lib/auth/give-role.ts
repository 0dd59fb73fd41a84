import type { Staff } from "#lib/audit/actor.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { addStaff } from "./add-staff.ts";
import { isLastAdmin } from "./last-admin.ts";
import type { StaffInput } from "./staff-schema.ts";

/** An admin makes somebody a colleague, or changes what one may do. The clinic keeps an admin. */
export async function giveRole(actor: Staff, input: StaffInput): Promise<Outcome<"last_admin">> {
  return inTransaction(async (tx) => {
    if (input.role !== "admin" && (await isLastAdmin(tx, { email: input.email })))
      return refuse("last_admin");
    await addStaff(tx, actor, input);
    return done();
  });
}
