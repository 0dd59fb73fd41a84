import { instantOf } from "#lib/clock/convert.ts";
import type { EnrollmentState, MemberState, Prisma } from "../../prisma/generated/client.ts";
import { listWords } from "./words.ts";

/** What staff see of an enrolment's party: everybody who still belongs to it, and who has said yes to its seats. */
export const partySelect = {
  id: true,
  state: true,
  seats: true,
  forFewer: true,
  holdExpiresAt: true,
  party: {
    select: {
      members: {
        where: { state: { in: ["invited", "confirmed"] } },
        orderBy: { position: "asc" },
        select: {
          id: true,
          position: true,
          state: true,
          comesAnyway: true,
          person: { select: { name: true, email: true } },
        },
      },
    },
  },
  acceptances: { select: { memberId: true } },
} satisfies Prisma.EnrollmentSelect;

type Selected = {
  id: string;
  state: EnrollmentState;
  seats: number;
  forFewer: boolean;
  holdExpiresAt: Date | null;
  party: {
    members: {
      id: string;
      position: number;
      state: MemberState;
      comesAnyway: boolean;
      person: { name: string; email: string | null };
    }[];
  };
  acceptances: { memberId: string }[];
};

export type PartyShown = ReturnType<typeof partyShown>;

/**
 * An enrolment as staff see it. There is contact with whoever said yes or wrote the party down; of somebody only
 * invited by them the address serves the invitation alone (design rule 3).
 */
export function partyShown({ id, state, seats, forFewer, holdExpiresAt, party, acceptances }: Selected) {
  const members = party.members.map(({ id, position, state, comesAnyway, person }) => {
    const saidYes = acceptances.some(({ memberId }) => memberId === id);
    return {
      id,
      name: person.name,
      email: state === "confirmed" || position === 1 ? person.email : null,
      saidYes,
      /** While seats are held for some of a party alone, nobody else of it is asked. */
      awaited: !saidYes && (comesAnyway || !forFewer),
    };
  });
  return {
    enrollmentId: id,
    state,
    seats,
    heldUntil: holdExpiresAt && instantOf(holdExpiresAt),
    names: listWords(members.map(({ name }) => name)),
    members,
  };
}
