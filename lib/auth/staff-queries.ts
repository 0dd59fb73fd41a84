import type { Staff } from "#lib/audit/actor.ts";
import { db } from "#lib/db/client.ts";
import { mayAdminister } from "./policy.ts";

/** The clinic's staff, for admins. */
export async function loadTeam(actor: Staff) {
  if (!mayAdminister(actor)) return null;
  return db.user.findMany({
    where: { role: { not: null } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 200,
    select: { id: true, name: true, email: true, role: true },
  });
}
