import { type Played, play, type Rule } from "./cohort.ts";
import { type Clinic, peopleOf, start } from "./people.ts";

/** How parties of one size fare. */
type Fare = {
  /** Of those who asked once the first had to wait, and who would have come, the share who sat in the first session. */
  chance: number;
  /** Days from asking to the offer, of those who got one. */
  waitMedian: number;
  wait95: number;
};

export type Figures = {
  rule: string;
  empty: number;
  idleDays: number;
  singles: Fare;
  couples: Fare;
  threes: Fare;
  /** Parties in a cohort that were passed over more than twice. */
  passedOften: number;
};

/** Plays the same cohorts under each rule. */
export function measure(clinic: Clinic, rules: Rule[], cohorts: number): Figures[] {
  const tallies = rules.map(() => new Tally());
  for (let cohort = 0; cohort < cohorts; cohort += 1) {
    const people = peopleOf(clinic, (firstSeed + cohort) * 7919);
    rules.forEach((rule, index) => {
      tallies[index]?.add(play(clinic, people, rule));
    });
  }
  return rules.map(({ name }, index) => (tallies[index] as Tally).figures(name));
}

/** Other cohorts than those that the rule was chosen by, so that no luck of theirs is in the figures. */
const firstSeed = 100_000;

class Tally {
  cohorts = 0;
  empty = 0;
  idleDays = 0;
  passedOften = 0;
  sizes = [1, 2, 3].map(() => ({ wouldCome: 0, came: 0, days: [] as number[] }));

  add({ empty, idleDays, later }: Played) {
    this.cohorts += 1;
    this.empty += empty;
    this.idleDays += idleDays;
    for (const { party, seats, passedOver, offeredAt, joinedAt, came } of later) {
      if (passedOver > 2) this.passedOften += 1;
      const size = this.sizes[seats - 1];
      if (!size) continue;
      if (party.leavesAt >= start && party.answer?.yes) {
        size.wouldCome += 1;
        if (came) size.came += 1;
      }
      if (offeredAt !== null) size.days.push((offeredAt - joinedAt) / 24);
    }
  }

  figures(rule: string): Figures {
    const [singles, couples, threes] = this.sizes.map(({ wouldCome, came, days }): Fare => {
      const sorted = Float64Array.from(days).sort();
      const at = (share: number) => rounded(sorted[Math.floor(sorted.length * share)] ?? 0, 1);
      return { chance: rounded(came / wouldCome, 3), waitMedian: at(0.5), wait95: at(0.95) };
    }) as [Fare, Fare, Fare];
    const mean = (sum: number) => rounded(sum / this.cohorts, 3);
    return {
      rule,
      empty: mean(this.empty),
      idleDays: mean(this.idleDays),
      singles,
      couples,
      threes,
      passedOften: mean(this.passedOften),
    };
  }
}

function rounded(figure: number, digits: number): number {
  return Number(figure.toFixed(digits));
}
