import { z } from "zod";
import type { MemberActor, Participant } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { membershipsOf } from "#lib/auth/policy.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { isId } from "#lib/db/is-id.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { type Prisma, ReminderKind } from "../../prisma/generated/client.ts";
import { setConsent } from "./set-consent.ts";

const purpose = "reminders";

/** A member by their own link, or signed in with the address of one. */
type Chooser = MemberActor | Participant;

export const remindersSchema = z.object({
  /** None ticked is none. */
  kinds: z.array(z.enum(ReminderKind)).max(2).default([]),
});

/** Whether a member is reminded of sessions, and how long before; null when it is not theirs to choose. */
export async function loadReminders(actor: Chooser, memberId: string) {
  if (!isId(memberId)) return null;
  const member = await db.member.findFirst({
    where: { AND: [{ id: memberId }, theirs(actor)] },
    select: { person: { select: { name: true, email: true, reminders: true } } },
  });
  return member && { memberId, ...member.person };
}

/** Keeps what somebody chose for themselves, and that they did, under its purpose (design rule 13). Said again, nothing changes. */
export async function chooseReminders(
  actor: Chooser,
  { memberId, kinds }: { memberId: string; kinds: ReminderKind[] },
  at = now(),
): Promise<Outcome<"not_there">> {
  return inTransaction(async (tx) => {
    const member = await tx.member.findFirst({
      where: { AND: [{ id: memberId }, theirs(actor)] },
      select: { person: { select: { id: true, reminders: true } } },
    });
    if (!member) return refuse("not_there");
    const { id: personId, reminders } = member.person;
    const chosen = Object.values(ReminderKind).filter((kind) => kinds.includes(kind));
    if (chosen.join() === reminders.join()) return done();
    await tx.person.update({ where: { id: personId }, data: { reminders: chosen } });
    const how = `${actor.kind === "member" ? "link" : "page"}: ${chosen.join(", ") || "none"}`;
    await setConsent(tx, { personId, purpose, given: chosen.length > 0, how }, at);
    await record(tx, actor, "reminders.chosen", personId, { kinds: chosen });
    return done();
  });
}

function theirs(actor: Chooser): Prisma.MemberWhereInput {
  const here = { state: "confirmed" as const, person: { erasedAt: null } };
  return actor.kind === "member" ? { ...here, id: actor.memberId } : membershipsOf(actor);
}
