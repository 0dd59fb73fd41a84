import { decide, type Offer, type Room, type Waiting } from "./decide.ts";

export type Outlook = Pick<Room, "free" | "policy"> & {
  /** Whether free seats can still be saved for a larger party. */
  saving: boolean;
  waiting: number;
  /** Who the free seats suffice for now. The line moves by itself, so this is empty unless its time is over. */
  fits: Waiting[];
  /** The party that free seats are saved for, when there is one. */
  savedFor: Waiting | null;
  /** Who is asked next: how many more seats that takes, how many it is offered, and who is ahead but needs more than that. */
  next: { party: Waiting; more: number; offered: number; passing: Waiting[] } | null;
};

/** What the waitlist would do next in this room and with this line, by the very policy that decides it. */
export function outlook(room: Room, line: Waiting[]): Outlook {
  const { offers, savedFor } = decide(room, line);
  return {
    free: room.free,
    policy: room.policy,
    saving: room.hoursOfSaving > 0,
    waiting: line.length,
    fits: offers.flatMap((offer) => partyOf(offer, line) ?? []),
    savedFor: savedFor && partyOf(savedFor, line),
    next: offers.length > 0 ? null : nextOffer(room, line),
  };
}

function nextOffer(room: Room, line: Waiting[]): Outlook["next"] {
  const largest = line.reduce((most, { seats }) => Math.max(most, seats), 0);
  for (let more = 1; room.free + more <= largest; more += 1) {
    const [offer] = decide({ ...room, free: room.free + more }, line).offers;
    const party = offer && partyOf(offer, line);
    if (party) return { party, more, offered: offer.seats, passing: line.slice(0, line.indexOf(party)) };
  }
  return null;
}

function partyOf({ enrollmentId }: Pick<Offer, "enrollmentId">, line: Waiting[]): Waiting | null {
  return line.find((party) => party.enrollmentId === enrollmentId) ?? null;
}
