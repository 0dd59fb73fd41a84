import { readFileSync, writeFileSync } from "node:fs";
import type { Figures } from "./figures.ts";
import type { Clinic } from "./people.ts";

export type Held = {
  emptyOfInOrder: number;
  coupleOfSingle: number;
  threeOfSingle: number;
  /** A couple's chance beside its own under the rule of others. */
  coupleOfInOrder: number;
  /** Of the seats that the rule of others leaves empty and the oracle fills. */
  filledOfFillable: number;
};
export type Row = { clinic: Clinic; met: { fit: Held; oracle: Held } };

const aims = [
  { key: "emptyOfInOrder", isMet: (figure: number) => figure <= 0.75 },
  { key: "coupleOfSingle", isMet: (figure: number) => figure >= 0.75 },
  { key: "threeOfSingle", isMet: (figure: number) => figure >= 0.5 },
] as const;

/** The tables of docs/waitlist.md, by the name of the place where they stand. */
export function tables(byRule: Figures[], byChance: Figures[], byEnd: Figures[], rows: Row[]) {
  return {
    rules: rulesTable("rule", byRule),
    chances: sweepTable("seats are saved", byChance),
    ends: sweepTable("seats are saved", byEnd),
    clinics: clinicsTable(rows),
    aims: aimsTable(rows),
  };
}

/** Puts each table between `<!-- name -->` and `<!-- /name -->`. */
export function writeTables(file: URL, texts: Record<string, string>): void {
  let page = readFileSync(file, "utf8");
  for (const [name, text] of Object.entries(texts)) {
    const place = new RegExp(`<!-- ${name} -->[^]*<!-- /${name} -->`);
    if (!place.test(page)) throw new Error(`${file.pathname} has no place for ${name}`);
    page = page.replace(place, `<!-- ${name} -->\n\n${text}\n\n<!-- /${name} -->`);
  }
  writeFileSync(file, page);
}

function rulesTable(heading: string, all: Figures[]): string {
  return markdown(
    [
      heading,
      "empty seats",
      "chance: single / couple / three",
      "of a single’s: couple / three",
      "days waited, median (95th): single / couple / three",
      "idle seat days",
      "passed over more than twice",
    ],
    all.map(({ rule, empty, singles, couples, threes, idleDays, passedOften }) => [
      rule === "fit" ? "**fit** (default)" : rule,
      empty.toFixed(2),
      [singles, couples, threes].map(({ chance }) => percent(chance)).join(" / "),
      [couples, threes].map(({ chance }) => (chance / singles.chance).toFixed(2)).join(" / "),
      [singles, couples, threes]
        .map(({ waitMedian, wait95 }) => `${waitMedian.toFixed(0)} (${wait95.toFixed(0)})`)
        .join(" / "),
      idleDays.toFixed(0),
      passedOften.toFixed(2),
    ]),
  );
}

function sweepTable(heading: string, all: Figures[]): string {
  return markdown(
    [heading, "empty seats", "couple’s chance of a single’s", "three’s", "a single’s median wait, days"],
    all.map(({ rule, empty, singles, couples, threes }) => [
      rule,
      empty.toFixed(2),
      (couples.chance / singles.chance).toFixed(2),
      (threes.chance / singles.chance).toFixed(2),
      singles.waitMedian.toFixed(0),
    ]),
  );
}

function clinicsTable(rows: Row[]): string {
  return markdown(
    [
      "seats",
      "asked for",
      "leaving a week",
      "couples",
      "empty, of in order’s",
      "couple’s chance of a single’s",
      "three’s",
      "filled, of fillable",
      "couple’s chance of in order’s",
    ],
    rows.map(({ clinic, met }) => [
      `${clinic.seats}`,
      `${clinic.demand} ×`,
      percent(clinic.weeklyLeaving),
      percent(clinic.couples),
      ...aims.map(({ key, isMet }) => {
        const [ours, oracles] = [met.fit[key], met.oracle[key]];
        const verdict = isMet(ours) ? "" : isMet(oracles) ? " missed" : " missed by both";
        return `${ours.toFixed(2)} (${oracles.toFixed(2)})${verdict}`;
      }),
      met.fit.filledOfFillable.toFixed(2),
      met.fit.coupleOfInOrder.toFixed(2),
    ]),
  );
}

function aimsTable(rows: Row[]): string {
  const words = {
    emptyOfInOrder: "at most 0.75 of in order’s empty seats",
    coupleOfSingle: "a couple’s chance at least 0.75 of a single’s",
    threeOfSingle: "a three’s at least 0.5",
  };
  return markdown(
    ["aim", "met in", "missed, by the oracle too", "missed, but not by the oracle"],
    aims.map(({ key, isMet }) => {
      const met = rows.filter((row) => isMet(row.met.fit[key]));
      const others = rows.filter((row) => !met.includes(row));
      const beyond = others.filter((row) => !isMet(row.met.oracle[key]));
      return [
        words[key],
        `${met.length} of ${rows.length} clinics`,
        `${beyond.length}`,
        `${others.length - beyond.length}`,
      ];
    }),
  );
}

/** Padded as the formatter would, so that a page written anew is already in form. */
function markdown(head: string[], rows: string[][]): string {
  const widths = head.map((name, column) =>
    Math.max(name.length, ...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  const padded = (cells: string[]) =>
    cells.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
  const rule = widths.map((width, column) =>
    column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`,
  );
  return [padded(head), rule, ...rows.map(padded)].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
