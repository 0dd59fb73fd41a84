import { visitor } from "#lib/audit/actor.ts";
import { now } from "#lib/clock/now.ts";
import { appUrl } from "#lib/config/settings.ts";
import { db } from "#lib/db/client.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { isGenuine, linkToken } from "#lib/links/token.ts";
import { addStaff } from "./add-staff.ts";
import { createToken } from "./send-sign-in.ts";

/** Not a row: the link works while the clinic has no admin, and is worth nothing after. */
const nobody = "00000000-0000-0000-0000-000000000000";

/** The one-time link that `npm start -- --empty` prints. */
export function firstAdminUrl(): string {
  return `${appUrl()}/welcome/${linkToken("first-admin", nobody)}`;
}

/** Whether a token is the one that was printed, and nobody has used it. */
export async function firstAdminAwaited(token: string): Promise<boolean> {
  return isGenuine(token, "first-admin", nobody) && (await db.user.count({ where: { role: "admin" } })) === 0;
}

/** Makes the clinic's first admin. Returns a token that signs them in at once: they hold the program's console. */
export async function createFirstAdmin(
  token: string,
  input: { name: string; email: string },
  at = now(),
): Promise<Outcome<"used", { token: string }>> {
  if (!(await firstAdminAwaited(token))) return refuse("used");
  return inTransaction(async (tx) => {
    // One at a time, so that the link makes one admin even when it is pressed twice at once.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('first-admin'))`;
    if ((await tx.user.count({ where: { role: "admin" } })) > 0) return refuse("used");
    await addStaff(tx, visitor, { ...input, role: "admin" });
    return done({ token: (await createToken(tx, input.email, at.add({ minutes: 5 }))).token });
  });
}
