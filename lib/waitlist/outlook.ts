import { decide, type Offer, type Room, type Waiting } from "./decide.ts";

export type Outlook = {
  free: number;
  waiting: number;
  /** Who the free seats suffice for now. The line moves by itself, so this is empty unless the clinic sleeps. */
  fits: Offer[];
  /** The party that free seats are saved for, when there is one. */
  savedFor: Waiting | null;
  /** Who is asked next: how many more seats that takes, and who is ahead but needs more than that. */
  next: { party: Waiting; more: number; passing: Waiting[] } | null;
};

/** What the waitlist would do next with this room and this line, by the very policy that decides it. */
export function outlook(room: Room, line: Waiting[]): Outlook {
  const { offers, savedFor } = decide(room, line);
  return {
    free: room.free,
    waiting: line.length,
    fits: offers,
    savedFor: line.find(({ enrollmentId }) => enrollmentId === savedFor?.enrollmentId) ?? null,
    next: offers.length > 0 ? null : nextOffer(room, line),
  };
}

function nextOffer(room: Room, line: Waiting[]): Outlook["next"] {
  const largest = Math.max(0, ...line.map(({ seats }) => seats));
  for (let more = 1; room.free + more <= largest; more += 1) {
    const [offer] = decide({ ...room, free: room.free + more }, line).offers;
    const index = line.findIndex(({ enrollmentId }) => enrollmentId === offer?.enrollmentId);
    const party = line[index];
    if (party) return { party, more, passing: line.slice(0, index) };
  }
  return null;
}
