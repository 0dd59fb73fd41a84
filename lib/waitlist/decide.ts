export type Policy = "inOrder" | "fit";

export type Waiting = {
  enrollmentId: string;
  seats: number;
  /** The fewest seats that it would take; null is all or nothing. */
  fewest: number | null;
  passedOver: number;
};

export type Room = {
  free: number;
  policy: Policy;
  /** Hours until saved seats are let go; from 0 on nothing stays empty. */
  hoursOfSaving: number;
};

export type Offer = { enrollmentId: string; seats: number };

export type Decision = {
  offers: Offer[];
  /** Larger parties that a smaller one is offered a place past, and how often now. */
  passes: { enrollmentId: string; times: number }[];
  /** The party that free seats are saved for, when there is one. */
  savedFor: Offer | null;
};

/** A party is passed over at most so often; then free seats are saved for it. */
export const passLimit = 2;

/**
 * Who is offered the free seats (design, "The waitlist's policy"). `fit` walks the line in order and offers
 * to each party that fits; a larger one may be passed `passLimit` times by smaller ones, and then nobody
 * behind it is offered anything until it fits. `inOrder` waits for the first. When saving has ended, nothing
 * stays empty.
 */
export function decide({ free, policy, hoursOfSaving }: Room, line: Waiting[]): Decision {
  const saving = hoursOfSaving > 0;
  const limit = policy === "inOrder" ? 0 : passLimit;
  const offers: Offer[] = [];
  const passed: { party: Waiting; times: number }[] = [];
  let left = free;
  for (const party of line) {
    const tired = saving && passed.find(({ party, times }) => party.passedOver + times >= limit);
    if (tired) return result(tired.party);
    if (left === 0) break;
    const seats = party.seats <= left ? party.seats : (party.fewest ?? party.seats);
    if (seats > left) {
      passed.push({ party, times: 0 });
      continue;
    }
    offers.push({ enrollmentId: party.enrollmentId, seats });
    left -= seats;
    for (const each of passed) each.times += 1;
  }
  const tired = saving && left > 0 && passed.find(({ party, times }) => party.passedOver + times >= limit);
  return result(tired ? tired.party : null);

  function result(savedFor: Waiting | null): Decision {
    const passes = saving
      ? passed
          .filter(({ times }) => times > 0)
          .map(({ party, times }) => ({ enrollmentId: party.enrollmentId, times }))
      : [];
    return {
      offers,
      passes,
      savedFor: savedFor && { enrollmentId: savedFor.enrollmentId, seats: savedFor.seats },
    };
  }
}
