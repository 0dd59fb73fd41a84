export type Waiting = { enrollmentId: string; seats: number; passedOver: number };

export type Decision = {
  offers: Waiting[];
  /** Larger parties that a smaller one is offered a place past, and how often now. */
  passes: { enrollmentId: string; times: number }[];
  /** The party that free seats are saved for, when there is one. */
  savedFor: Waiting | null;
};

/** A party is passed over at most so often; then free seats are saved for it. */
export const passLimit = 2;

/**
 * Who is offered the free seats: the policy `fit` of the design ("The waitlist's policy"). Walks the line
 * in order and offers to each party that fits; a larger one may be passed `passLimit` times by smaller
 * ones, and then nobody behind it is offered anything until it fits.
 */
export function decide(free: number, line: Waiting[]): Decision {
  const offers: Waiting[] = [];
  const passed: { party: Waiting; times: number }[] = [];
  let left = free;
  for (const party of line) {
    const tired = passed.find(({ party, times }) => party.passedOver + times >= passLimit);
    if (tired) return result(tired.party);
    if (left === 0) break;
    if (party.seats > left) {
      passed.push({ party, times: 0 });
      continue;
    }
    offers.push(party);
    left -= party.seats;
    for (const each of passed) each.times += 1;
  }
  const tired =
    left > 0 ? passed.find(({ party, times }) => party.passedOver + times >= passLimit) : undefined;
  return result(tired?.party ?? null);

  function result(savedFor: Waiting | null): Decision {
    const passes = passed
      .filter(({ times }) => times > 0)
      .map(({ party, times }) => ({ enrollmentId: party.enrollmentId, times }));
    return { offers, passes, savedFor };
  }
}
