import type { Staff } from "#lib/audit/actor.ts";
import { mayAdminister } from "#lib/auth/policy.ts";
import type { Prisma } from "../../prisma/generated/client.ts";

/** The threads that a member of staff reads: admins all, others none. */
export function threadsOf(actor: Staff): Prisma.ThreadWhereInput {
  return mayAdminister(actor) ? {} : { id: { in: [] } };
}
