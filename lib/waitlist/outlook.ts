import { decide, type Waiting } from "./decide.ts";

export type Outlook = {
  free: number;
  waiting: number;
  /** Who the free seats suffice for now. The line moves by itself, so this is empty unless its time is over. */
  fits: Waiting[];
  /** The party that free seats are saved for, when there is one. */
  savedFor: Waiting | null;
  /** Who is asked next: how many more seats that takes, and who is ahead but needs more than that. */
  next: { party: Waiting; more: number; passing: Waiting[] } | null;
};

/** What the waitlist would do next with so many free seats and this line, by the very policy that decides it. */
export function outlook(free: number, line: Waiting[]): Outlook {
  const { offers, savedFor } = decide(free, line);
  return {
    free,
    waiting: line.length,
    fits: offers,
    savedFor,
    next: offers.length > 0 ? null : nextOffer(free, line),
  };
}

function nextOffer(free: number, line: Waiting[]): Outlook["next"] {
  const largest = Math.max(0, ...line.map(({ seats }) => seats));
  for (let more = 1; free + more <= largest; more += 1) {
    const [party] = decide(free + more, line).offers;
    if (party) return { party, more, passing: line.slice(0, line.indexOf(party)) };
  }
  return null;
}
