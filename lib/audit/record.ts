import type { Tx } from "#lib/db/transaction.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import type { Actor } from "./actor.ts";

/** Writes who did or saw what, in the transaction in which it happens (design rule 10). `details` holds no personal data. */
export async function record(
  tx: Tx,
  actor: Actor,
  action: string,
  subjectId: string | null,
  details: object = {},
): Promise<void> {
  await tx.$executeRaw(auditInsert(actor, action, Prisma.sql`SELECT ${subjectId}::uuid`, details));
}

/** The same as a piece of a larger statement: one event for each id that `subjects` selects. */
export function auditInsert(
  actor: Actor,
  action: string,
  subjects: Prisma.Sql,
  details: object = {},
): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO "AuditEvent" ("actorKind", "actorId", "action", "subjectId", "details")
    SELECT ${actor.kind}, ${idOf(actor)}::uuid, ${action}, s.id, ${JSON.stringify(details)}::jsonb
    FROM (${subjects}) AS s(id)`;
}

/** The same for events of several kinds: `events` selects the action and the subject's id. */
export function eventsInsert(actor: Actor, events: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO "AuditEvent" ("actorKind", "actorId", "action", "subjectId", "details")
    SELECT ${actor.kind}, ${idOf(actor)}::uuid, e.action, e.subject, '{}' FROM (${events}) AS e(action, subject)`;
}

function idOf(actor: Actor): string | null {
  if ("userId" in actor) return actor.userId;
  return "memberId" in actor ? actor.memberId : null;
}
