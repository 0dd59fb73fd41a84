import type { Staff } from "#lib/audit/actor.ts";
import { cohortsOf } from "#lib/auth/policy.ts";
import type { Tx } from "#lib/db/transaction.ts";
import type { Prisma } from "../../prisma/generated/client.ts";

/** The members of a party who take part in a cohort: they said yes, and so did everyone with them. */
export const takingPart = {
  enrollment: { state: { in: ["confirmed", "completed"] } },
  member: { state: "confirmed" },
} satisfies { enrollment: Prisma.EnrollmentWhereInput; member: Prisma.MemberWhereInput };

/** The ids of the persons enrolled in a session's cohort; none when it is not one of the actor's. */
export async function enrolledIn(tx: Tx, actor: Staff, sessionId: string): Promise<string[]> {
  const members = await tx.member.findMany({
    where: {
      ...takingPart.member,
      party: {
        enrollments: {
          some: {
            ...takingPart.enrollment,
            cohort: { ...cohortsOf(actor), sessions: { some: { id: sessionId } } },
          },
        },
      },
    },
    select: { personId: true },
  });
  return members.map(({ personId }) => personId);
}
