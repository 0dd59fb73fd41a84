import type { Tx } from "#lib/db/transaction.ts";
import { queueMail } from "#lib/mail/queue.ts";
import type { Letters, Template } from "#lib/mail/template.ts";

type PartyTemplate =
  | "please-confirm"
  | "offer"
  | "enrolled"
  | "party-changed"
  | "hold-lapsed"
  | "withdrawn"
  | "taken-out"
  | "waitlisted"
  | "applied"
  | "application-declined"
  | "moved"
  | "cohort-runs"
  | "cohort-cancelled"
  | "party-split"
  | "party-grew"
  | "back-in-line"
  | "hold-reminder";

/**
 * Queues a message about an enrolment to each member of its party who has an address and has not gone,
 * each with their own link. `only` limits it to some of them; `words` are somebody's own,
 * for a message that has room for them.
 */
export async function mailParty(
  tx: Tx,
  partyId: string,
  template: PartyTemplate,
  enrollmentId: string,
  at: Temporal.Instant,
  only?: (member: { id: string; state: string; position: number; comesAnyway: boolean }) => boolean,
  { words = "", sendAt = at } = {},
): Promise<void> {
  await mailMembers(
    tx,
    partyId,
    template,
    (memberId) => ({ memberId, enrollmentId, ...(words && { words }) }),
    at,
    only,
    sendAt,
  );
}

/** The same about anything else of a party: `props` makes each member's letter. */
export async function mailMembers<T extends Template>(
  tx: Tx,
  partyId: string,
  template: T,
  props: (memberId: string) => Letters[T],
  at: Temporal.Instant,
  only?: (member: { id: string; state: string; position: number; comesAnyway: boolean }) => boolean,
  sendAt = at,
): Promise<void> {
  const members = await tx.member.findMany({
    where: { partyId, state: { in: ["invited", "confirmed"] }, person: { email: { not: null } } },
    orderBy: { position: "asc" },
    select: {
      id: true,
      state: true,
      position: true,
      comesAnyway: true,
      person: { select: { name: true, email: true } },
    },
  });
  for (const { id, state, position, comesAnyway, person } of members) {
    if (!person.email || (only && !only({ id, state, position, comesAnyway }))) continue;
    const to = { address: person.email, name: person.name };
    await queueMail(tx, { template, to, props: props(id) }, at, sendAt);
  }
}
