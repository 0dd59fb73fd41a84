/** What a clinic is like. */
export type Clinic = {
  seats: number;
  /** Seats asked for until the first session, for each seat of the room. */
  demand: number;
  /** The share of parties whose plans change in a week, wherever they stand. */
  weeklyLeaving: number;
  /** The share of parties that are couples. Six in a hundred are threes; the others come alone. */
  couples: number;
};

/** A party as it is under every rule: nothing here depends on what the waitlist does. Times are hours since the cohort opened. */
export type Party = {
  id: string;
  size: number;
  asksAt: number;
  leavesAt: number;
  /** Whether all of them confirm, when they ask before anybody has to wait. */
  confirms: boolean;
  /** What they say to seats that come later, and how many hours later; null when they don't all answer in time. */
  answer: { yes: boolean; after: number } | null;
};

/** A cohort opens ten weeks before its first session. */
export const start = 10 * 7 * 24;

/** From here on nobody is offered a place, and nobody new asks. */
export const cutoff = start - 24;

/** How long an offer stands. */
export const offerHours = 48;

const threes = 0.06;

/** Everybody who asks for a place in one cohort, in the order of asking. The same seed, the same people. */
export function peopleOf(clinic: Clinic, seed: number): Party[] {
  const random = generator(seed);
  const exponential = (mean: number) => -mean * Math.log(1 - random());
  const hoursBetween = (start * (1 + clinic.couples + 2 * threes)) / (clinic.demand * clinic.seats);
  const weeksUntilLeaving = -1 / Math.log(1 - clinic.weeklyLeaving);
  const parties: Party[] = [];
  for (let clock = exponential(hoursBetween); clock < cutoff; clock += exponential(hoursBetween)) {
    // More ask in the first weeks than in the last.
    const asksAt = start * (clock / start) ** 1.5;
    const leavesAt = asksAt + exponential(weeksUntilLeaving * 7 * 24);
    const [kind, confirming, saying] = [random(), random(), random()];
    const size = kind < threes ? 3 : kind < threes + clinic.couples ? 2 : 1;
    const thinking = [14, 14, 14].map(exponential);
    const after = Math.max(...thinking.slice(0, size));
    parties.push({
      id: String(parties.length),
      size,
      asksAt,
      leavesAt,
      confirms: confirming >= 0.04 * size,
      answer: saying < 0.08 || after >= offerHours ? null : { yes: saying < 0.9, after },
    });
  }
  return parties;
}

/** Numbers from 0 to 1 that look like chance, the same for the same seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
