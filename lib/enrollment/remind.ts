import { job } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { dateOf, instantOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { isAwake } from "#lib/clock/waking.ts";
import { db } from "#lib/db/client.ts";
import { inTransaction, type Tx } from "#lib/db/transaction.ts";
import { mailParty } from "#lib/people/mail-party.ts";
import { noteReminded } from "#lib/seats/extend-hold.ts";
import { type LockedEnrollment, lockEnrollment } from "#lib/seats/lock.ts";
import { Prisma } from "../../prisma/generated/client.ts";

/**
 * Reminds, once for each hold and only in waking hours, those who have not answered yet, some hours before
 * their time is over. Returns how many holds.
 */
export async function remindHolders(at = now()): Promise<number> {
  if (!isAwake(at)) return 0;
  const due = await db.$queryRaw<{ id: string; reminderHours: number }[]>(Prisma.sql`
    SELECT e."id", c."reminderHours" FROM "Enrollment" e JOIN "Cohort" c ON c."id" = e."cohortId"
    WHERE e."state" = 'held' AND e."remindedAt" IS NULL AND e."holdExpiresAt" > ${dateOf(at)}
      AND e."holdExpiresAt" <= ${dateOf(at)}::timestamptz + c."reminderHours" * interval '1 hour'
    ORDER BY e."holdExpiresAt" LIMIT 500`);
  let reminded = 0;
  for (const { id, reminderHours } of due) {
    await inTransaction(async (tx) => {
      const hold = await lockEnrollment(tx, id);
      if (hold?.state === "held" && (await remind(tx, hold, reminderHours, at))) reminded += 1;
    });
  }
  return reminded;
}

async function remind(
  tx: Tx,
  hold: LockedEnrollment,
  reminderHours: number,
  at: Temporal.Instant,
): Promise<boolean> {
  if (!hold.holdExpiresAt || Temporal.Instant.compare(at, instantOf(hold.holdExpiresAt)) >= 0) return false;
  await noteReminded(tx, hold.id, at);
  const silent = await tx.member.findMany({
    where: { partyId: hold.partyId, acceptances: { none: { enrollmentId: hold.id } } },
    select: { id: true, comesAnyway: true },
  });
  // Whoever was asked since the time to remind began knows: the hold was shorter, or a partner asked them again.
  const begins = instantOf(hold.holdExpiresAt).subtract({ hours: reminderHours });
  const asked = await tx.message.findMany({
    where: {
      direction: "outgoing",
      createdAt: { gte: dateOf(begins) },
      template: { in: ["please-confirm", "offer", "party-changed", "party-grew", "party-split"] },
      props: { path: ["enrollmentId"], equals: hold.id },
    },
    select: { props: true },
  });
  const lately = asked.map(({ props }) => (props as { memberId?: string } | null)?.memberId);
  const whom = silent
    .filter(({ id, comesAnyway }) => (comesAnyway || !hold.forFewer) && !lately.includes(id))
    .map(({ id }) => id);
  if (whom.length === 0) return false;
  await mailParty(tx, hold.partyId, "hold-reminder", hold.id, at, ({ id }) => whom.includes(id));
  await record(tx, job, "enrollment.reminded", hold.id, { members: whom.length });
  return true;
}
