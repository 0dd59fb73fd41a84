import type { Actor, Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { now } from "#lib/clock/now.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { queueMail } from "#lib/mail/queue.ts";
import type { Role } from "../../prisma/generated/enums.ts";

/** Gives somebody a role on their sign-in, making it when it is new, and welcomes a new colleague by mail. */
export async function addStaff(
  tx: Tx,
  actor: Actor,
  { name, email, role }: { name: string; email: string; role: Role },
  at = now(),
): Promise<Staff> {
  const colleague = await tx.user.count({ where: { email, role: { not: null } } });
  const user = await tx.user.upsert({
    where: { email },
    create: { name, email, role },
    update: { name, role },
    select: { id: true },
  });
  await record(tx, actor, "staff.added", user.id, { role });
  if (colleague === 0) {
    await queueMail(
      tx,
      { template: "staff-welcome", to: { address: email, name }, props: { userId: user.id } },
      at,
    );
  }
  return { kind: "staff", userId: user.id, role, name, email };
}
