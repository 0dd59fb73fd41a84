import { writeFileSync } from "node:fs";
import { hoursWithoutSaving } from "../lib/waitlist/decide.ts";
import type { Rule } from "./support/waitlist/cohort.ts";
import { type Figures, measure } from "./support/waitlist/figures.ts";
import { type Held, type Row, tables, writeTables } from "./support/waitlist/page.ts";
import { type Clinic, cutoff } from "./support/waitlist/people.ts";
import { plot } from "./support/waitlist/plot.ts";

// What the waitlist's rules do to chairs and to people, over thousands of simulated cohorts. Every rule meets the
// same people. `--write` draws docs/waitlist.svg and puts the figures into docs/waitlist.md.

const usual = cutoff - hoursWithoutSaving;
const daysBefore = (days: number) => cutoff + 24 - days * 24;
/** More than sure: only being passed over makes seats be saved. */
const never = 2;

const rules: Rule[] = [
  { name: "in order, never let go", policy: "inOrder", savingEnds: Number.POSITIVE_INFINITY },
  { name: "in order", policy: "inOrder", savingEnds: usual },
  { name: "fit, nothing saved", policy: "fit", savingEnds: Number.NEGATIVE_INFINITY },
  { name: "fit, saved after two passes", policy: "fit", savingEnds: usual, fairChance: never },
  { name: "fit", policy: "fit", savingEnds: usual },
  { name: "oracle", savingEnds: "foreseen" },
];

const clinics: Clinic[] = [8, 12, 16, 24].flatMap((seats) =>
  [1.5, 3].flatMap((demand) =>
    [0.03, 0.06, 0.1].flatMap((weeklyLeaving) =>
      [0.3, 0.5, 0.7].map((couples) => ({ seats, demand, weeklyLeaving, couples })),
    ),
  ),
);
const example: Clinic = { seats: 16, demand: 3, weeklyLeaving: 0.06, couples: 0.5 };

const clinicsPlayed = clinics.map((clinic) => {
  const figures = measure(clinic, rules, 2000);
  for (const each of figures) console.log(JSON.stringify({ name: "waitlist", clinic, ...each }));
  const met = aimsOf(figures);
  console.log(JSON.stringify({ name: "waitlist, aims", clinic, ...met }));
  return { clinic, met };
});

const chances = [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, never];
const ends = [1, 1.1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 7, 10, 14, 21];
const swept = measure(
  example,
  [
    ...rules,
    ...chances.map(
      (fairChance): Rule => ({
        name: fairChance === never ? "only after two passes" : `from a chance of ${fairChance}`,
        policy: "fit",
        savingEnds: usual,
        fairChance,
      }),
    ),
    ...ends.map(
      (days): Rule => ({
        name: `until ${days} ${days === 1 ? "day" : "days"} before`,
        policy: "fit",
        savingEnds: daysBefore(days),
      }),
    ),
  ],
  12_000,
);
for (const each of swept) console.log(JSON.stringify({ name: "waitlist, sweep", clinic: example, ...each }));

if (process.argv.includes("--write")) {
  const [byRule, byChance, byEnd] = [
    swept.slice(0, rules.length),
    swept.slice(rules.length, rules.length + chances.length),
    swept.slice(rules.length + chances.length),
  ];
  writeFileSync(new URL("../docs/waitlist.svg", import.meta.url), plot(byRule, [byChance, byEnd]));
  writeTables(
    new URL("../docs/waitlist.md", import.meta.url),
    tables(byRule, byChance, byEnd, clinicsPlayed),
  );
}

/** What the aims speak of, for the default and for the oracle, beside the rule of others: in order, never let go. */
function aimsOf(figures: Figures[]): Row["met"] {
  const of = (name: string) => figures.find(({ rule }) => rule === name) as Figures;
  const [strict, oracle] = [of("in order, never let go"), of("oracle")];
  const held = ({ empty, singles, couples, threes }: Figures): Held => ({
    emptyOfInOrder: share(empty, strict.empty),
    coupleOfSingle: share(couples.chance, singles.chance),
    threeOfSingle: share(threes.chance, singles.chance),
    coupleOfInOrder: share(couples.chance, strict.couples.chance),
    filledOfFillable: share(strict.empty - empty, strict.empty - oracle.empty),
  });
  return { fit: held(of("fit")), oracle: held(oracle) };
}

/** Finer than it is shown, so that rounding decides no aim. */
function share(part: number, whole: number): number {
  return Number((part / whole).toFixed(4));
}
