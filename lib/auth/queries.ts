import type { Participant } from "#lib/audit/actor.ts";
import { dateOf, instantOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { membershipsOf } from "./policy.ts";

/** Whoever is signed in: what they are here, and the browsers in which they are signed in, the newest first. */
export async function loadAccount(actor: Participant, at = now()) {
  const [{ name, email, role, signIns }, membership] = await Promise.all([
    db.user.findUniqueOrThrow({
      where: { id: actor.userId },
      select: {
        name: true,
        email: true,
        role: true,
        signIns: {
          where: { expiresAt: { gt: dateOf(at) } },
          orderBy: { createdAt: "desc" },
          take: 50,
          select: { id: true, createdAt: true },
        },
      },
    }),
    db.member.findFirst({ where: membershipsOf(actor), select: { id: true } }),
  ]);
  return {
    name,
    email,
    isStaff: role !== null,
    takesPart: membership !== null,
    signIns: signIns.map(({ id, createdAt }) => ({ id, since: instantOf(createdAt) })),
  };
}
