type Policy = "inOrder" | "fit";

export type Waiting = {
  enrollmentId: string;
  seats: number;
  /** The fewest seats it would take. Null, or equal to `seats`: all or nothing. */
  fewest: number | null;
  passedOver: number;
};

export type Room = {
  free: number;
  capacity: number;
  policy: Policy;
  /** Until savings are let go. From 0 on nothing stays empty. */
  hoursOfSaving: number;
  /** Under `fit`: the chance that enough seats come free in time, from which on they are saved. */
  fairChance?: number;
};

/** Seats offered: all that the party asked for, or fewer when it would take fewer. */
export type Offer = { enrollmentId: string; seats: number };

export type Decision = {
  offers: Offer[];
  /** Larger parties that a smaller one is offered a place past, and how often now. */
  passes: { enrollmentId: string; times: number }[];
  /** The party that the seats left over are saved for, and how many it asked for. */
  savedFor: { enrollmentId: string; seats: number } | null;
};

/** While places are saved at all, a party is passed over at most so often; then they are saved for it. */
export const passLimit = 2;

/** Savings are let go so long before the line's last moment: whoever is asked then can still answer. */
export const hoursWithoutSaving = 24;

/** Measured by `npm run bench -- waitlist`: more saves less and helps couples less, less keeps more chairs empty. */
const usualFairChance = 0.1;

/** Of a room's seats, so many come free in a week. Too high or too low by half hardly matters (docs/waitlist.md). */
const weeklyFreed = 0.06;

/**
 * Who is offered the free seats (docs/waitlist.md). Walks the line in order and offers to each party that
 * fits. For the first that doesn't, free seats are saved: under `inOrder` always, under `fit` while there is
 * a fair chance that enough come free, or when it was passed over `passLimit` times. Once savings are let
 * go, the walk goes on to the end of the line or of the seats.
 */
export function decide(room: Room, line: Waiting[]): Decision {
  const offers: Offer[] = [];
  const passed: { party: Waiting; before: number }[] = [];
  let left = room.free;
  // The party that is the first to be saved for, and the count of offers that it waits for until then.
  let keeper: { party: Waiting; from: number } | null = null;
  for (const party of line) {
    if (left <= 0 || (keeper && offers.length >= keeper.from)) break;
    const least = Math.min(party.fewest ?? party.seats, party.seats);
    if (least <= left) {
      const seats = Math.min(party.seats, left);
      offers.push({ enrollmentId: party.enrollmentId, seats });
      left -= seats;
      continue;
    }
    passed.push({ party, before: offers.length });
    if (room.hoursOfSaving <= 0) continue;
    const from = offers.length + passesLeft(room, party, least - left);
    if (!keeper || from < keeper.from) keeper = { party, from };
  }
  return {
    offers,
    passes: passed
      .filter(({ before }) => before < offers.length)
      .map(({ party, before }) => ({ enrollmentId: party.enrollmentId, times: offers.length - before })),
    savedFor:
      keeper && left > 0 && offers.length >= keeper.from
        ? { enrollmentId: keeper.party.enrollmentId, seats: keeper.party.seats }
        : null,
  };
}

/** How often a party that lacks seats may still be passed before they are saved for it. */
function passesLeft(room: Room, { passedOver }: Waiting, lack: number): number {
  if (room.policy === "inOrder" || chanceOf(lack, room) >= (room.fairChance ?? usualFairChance)) return 0;
  return Math.max(0, passLimit - passedOver);
}

/** The chance that at least so many seats come free until savings are let go (a Poisson process). */
function chanceOf(lack: number, { capacity, hoursOfSaving }: Room): number {
  const expected = (capacity * weeklyFreed * hoursOfSaving) / (7 * 24);
  let exactly = Math.exp(-expected);
  let fewer = 0;
  for (let seats = 0; seats < lack; seats += 1) {
    fewer += exactly;
    exactly *= expected / (seats + 1);
  }
  return 1 - fewer;
}
