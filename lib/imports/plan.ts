import { type DateOrder, guessOrder, readDate } from "./dates.ts";
import type { Field } from "./fields.ts";
import { type ImportedPerson, readPeople, short } from "./people.ts";
import type { Sheet, SheetRow } from "./sheet.ts";

/** What is known of where a list goes. */
export type Destination = {
  timeZone: string;
  largestParty: number;
  audience: "anyone" | "partners" | "individuals";
  /** Addresses, in lower case, of those who wait there already or have a place. */
  there: Map<string, "waiting" | "placed">;
};

export type Choices = { columns: Field[]; order: DateOrder | null };

export type PlannedParty = {
  kind: "party";
  number: number;
  people: ImportedPerson[];
  /** Wall-clock time of the cohort's zone; null stands after everybody who has one. */
  since: Temporal.PlainDateTime | null;
  remarks: string[];
};

export type PlannedRow =
  | PlannedParty
  /** Something has to be mended first, or the row left out. */
  | { kind: "problem"; number: number; what: string; sentences: string[] }
  /** Nothing is to be done about it. */
  | { kind: "skipped"; number: number; what: string; sentences: string[] };

/** What becomes of every row of a list: a party, or a sentence that says why not. Changes nothing. */
export function plan(
  sheet: Sheet,
  choices: Choices,
  destination: Destination,
  at: Temporal.Instant,
): PlannedRow[] {
  const today = at.toZonedDateTimeISO(destination.timeZone).toPlainDateTime();
  const rows = sheet.rows.map((row) => planRow(row, sheet.headings, choices, destination, today));
  return [
    ...sheet.above.map((row) => skipped(row, "It stands above the headings.")),
    ...withoutRepeats(rows),
  ];
}

/** Which comes first in dates that read two ways: what the others in their column say, or null. */
export function guessDateOrder(sheet: Sheet, columns: Field[]): DateOrder | null {
  return guessOrder(sheet.rows.map((row) => cellsOf(row, columns, "since")[0] ?? ""));
}

/** Whether there are dates that read two ways. */
export function asksDateOrder(sheet: Sheet, columns: Field[]): boolean {
  return sheet.rows.some((row) => readDate(cellsOf(row, columns, "since")[0] ?? "", null).kind === "twoWays");
}

function planRow(
  row: SheetRow,
  headings: string[],
  { columns, order }: Choices,
  destination: Destination,
  today: Temporal.PlainDateTime,
): PlannedRow {
  const cells = (field: Field) => cellsOf(row, columns, field);
  if (isHeadings(row, headings)) return skipped(row, "It repeats the headings.");
  if (isTotal(row)) return skipped(row, "It is a total, and nobody's name.");
  const who = readPeople({
    name: cells("name"),
    familyName: cells("familyName"),
    email: cells("email"),
    partner: cells("partner"),
    partnerEmail: cells("partnerEmail"),
    people: cells("people"),
  });
  const since = sinceOf(cells("since")[0], order, today);
  const sentences = [
    ...who.problems,
    ...(typeof since === "string" ? [since] : []),
    ...unsuited(who.people.length, destination),
  ];
  if (sentences.length > 0 || typeof since === "string")
    return { kind: "problem", number: row.number, what: whatOf(row, columns), sentences };
  const known = who.people.map(({ email }) => destination.there.get(email.toLowerCase())).find(Boolean);
  if (known)
    return skipped(
      row,
      known === "waiting"
        ? "Somebody with this address waits there already."
        : "Somebody with this address has a place there already.",
      columns,
    );
  return { kind: "party", number: row.number, people: who.people, since, remarks: who.remarks };
}

/** The row's date, or why it can't be it. */
function sinceOf(
  cell: string | undefined,
  order: DateOrder | null,
  now: Temporal.PlainDateTime,
): Temporal.PlainDateTime | string | null {
  if (!cell || /^[-–—?.]+$/.test(cell)) return null;
  const read = readDate(cell, order);
  if (read.kind === "twoWays")
    return `“${cell}” reads two ways: please say whether the day or the month comes first.`;
  if (read.kind === "noYear") return `“${short(cell)}” has no year.`;
  if (read.kind === "noDate") return `“${short(cell)}” is not a date such as 3 March 2026.`;
  if (Temporal.PlainDateTime.compare(read.at, now) > 0) return `“${short(cell)}” is in the future.`;
  return read.at.year < 2000 ? `“${short(cell)}” is too long ago to be right.` : read.at;
}

function unsuited(people: number, { largestParty, audience }: Destination): string[] {
  if (people === 0) return [];
  if (people > largestParty)
    return [`They are ${people}, and a party in this group has at most ${largestParty}.`];
  if (audience === "partners" && people === 1) return ["This group is for couples and partners only."];
  if (audience === "individuals" && people > 1) return ["This group is for individuals only."];
  return [];
}

/** Of a party that is there more than once the one that has waited longest; different parties with one address are a problem. */
function withoutRepeats(rows: PlannedRow[]): PlannedRow[] {
  const kept = new Map<string, PlannedParty>();
  const parties = rows.filter((row) => row.kind === "party").toSorted(byPlace);
  const fate = new Map<number, (row: PlannedParty) => PlannedRow>();
  for (const party of parties) {
    const earlier = party.people.map(({ email }) => kept.get(email.toLowerCase())).find(Boolean);
    if (!earlier) for (const { email } of party.people) kept.set(email.toLowerCase(), party);
    else if (sameParty(earlier, party))
      fate.set(party.number, (row) => repeat("skipped", row, `It says the same as row ${earlier.number}.`));
    else
      fate.set(party.number, (row) =>
        repeat("problem", row, `Row ${earlier.number} has the same address, and other people.`),
      );
  }
  return rows.map((row) => (row.kind === "party" ? (fate.get(row.number)?.(row) ?? row) : row));
}

function repeat(kind: "skipped" | "problem", { number, people }: PlannedParty, sentence: string): PlannedRow {
  return { kind, number, what: people.map(({ name }) => name).join(", "), sentences: [sentence] };
}

function sameParty(one: PlannedParty, other: PlannedParty): boolean {
  const key = ({ people }: PlannedParty) =>
    people
      .map(({ name, email }) => `${name} ${email}`.toLowerCase())
      .toSorted()
      .join("\n");
  return key(one) === key(other);
}

/** The order in line: by date, those without one last, and else as in the list. */
export function byPlace(a: PlannedParty, b: PlannedParty): number {
  if (a.since && b.since) return Temporal.PlainDateTime.compare(a.since, b.since) || a.number - b.number;
  return Number(a.since === null) - Number(b.since === null) || a.number - b.number;
}

function cellsOf({ cells }: SheetRow, columns: Field[], field: Field): string[] {
  return columns.flatMap((column, index) => (column === field && cells[index] ? [cells[index]] : []));
}

function isHeadings({ cells }: SheetRow, headings: string[]): boolean {
  return cells.length > 1 && cells.every((cell, index) => cell === "" || cell === headings[index]);
}

function isTotal({ cells }: SheetRow): boolean {
  const first = cells.find(Boolean) ?? "";
  return (
    !cells.some((cell) => cell.includes("@")) &&
    /^(grand |sub)?(total|totals|totaux|sum|summe|gesamt|insgesamt|suma|count)(?!\p{L})/iu.test(first)
  );
}

function skipped(row: SheetRow, sentence: string, columns: Field[] = []): PlannedRow {
  return { kind: "skipped", number: row.number, what: whatOf(row, columns), sentences: [sentence] };
}

/** What a row is called where it became nobody: who stands in it, or else how it begins. */
function whatOf(row: SheetRow, columns: Field[]): string {
  const who = (["name", "familyName", "partner", "email"] as const).flatMap((field) =>
    cellsOf(row, columns, field),
  );
  return short([...who, ...row.cells.filter(Boolean)].slice(0, who.length || 2).join(", "));
}
