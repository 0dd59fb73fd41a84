import type { Staff } from "#lib/audit/actor.ts";
import { cohortsOf } from "#lib/auth/policy.ts";
import type { Tx } from "#lib/db/transaction.ts";
import type { Prisma } from "../../prisma/generated/client.ts";

/** The members of a party who take part in a cohort: they said yes, and so did everyone with them. */
export const takingPart = {
  enrollment: { state: { in: ["confirmed", "completed"] } },
  member: { state: "confirmed" },
} satisfies { enrollment: Prisma.EnrollmentWhereInput; member: Prisma.MemberWhereInput };

export type Comers = {
  /** Who takes part in the session's cohort now. */
  enrolled: string[];
  /** Who may be marked as well: guests, and who had a place and has left. A tap may come late. */
  others: string[];
};

/** The ids of the persons who may be marked at a session; null when it is not one of the actor's. */
export async function comersTo(tx: Tx, actor: Staff, sessionId: string): Promise<Comers | null> {
  const session = await tx.session.findFirst({
    where: { id: sessionId, cohort: cohortsOf(actor) },
    select: {
      guests: {
        where: { state: { in: ["agreed", "takenBack"] }, answeredAt: { not: null } },
        select: { personId: true },
      },
      cohort: {
        select: {
          enrollments: {
            where: { confirmedAt: { not: null } },
            select: {
              state: true,
              party: { select: { members: { select: { personId: true, state: true } } } },
            },
          },
        },
      },
    },
  });
  if (!session) return null;
  const seated: string[] = takingPart.enrollment.state.in;
  const placed = session.cohort.enrollments.flatMap(({ state, party }) =>
    party.members.map((member) => ({
      personId: member.personId,
      now: seated.includes(state) && member.state === takingPart.member.state,
    })),
  );
  return {
    enrolled: placed.filter(({ now }) => now).map(({ personId }) => personId),
    others: [...placed.filter(({ now }) => !now), ...session.guests].map(({ personId }) => personId),
  };
}
