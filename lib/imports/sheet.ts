import Papa from "papaparse";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { fieldOf } from "./fields.ts";

export type SheetRow = {
  /** As the spreadsheet numbers it. */
  number: number;
  cells: string[];
};

export type Sheet = {
  /** "Column B" where there is none. */
  headings: string[];
  /** What stands above the headings: a title, as a rule. */
  above: SheetRow[];
  rows: SheetRow[];
};

export type SheetRefusal = "empty" | "too_many_rows";

/** So many rows can be brought over at once. */
const mostRows = 2000;

const mostColumns = 60;
/** Headings are looked for in so many rows. */
const topRows = 20;

/** Reads a table from text: cells pasted from a spreadsheet, or a CSV file with whichever sign between them. */
export function readSheet(text: string): Outcome<SheetRefusal, Sheet> {
  const rows = bestTable(text.replace(/^\uFEFF/, ""));
  if (rows.length === 0) return refuse("empty");
  const at = headingsAt(rows);
  const [above, head, body] =
    at < 0 ? [[], undefined, rows] : [rows.slice(0, at), rows[at], rows.slice(at + 1)];
  if (body.length === 0) return refuse("empty");
  if (body.length > mostRows) return refuse("too_many_rows");
  const width = Math.max(head?.cells.length ?? 0, ...body.map(({ cells }) => cells.length));
  const headings = Array.from(
    { length: width },
    (_, index) => head?.cells[index] || `Column ${String.fromCharCode(65 + (index % 26))}`,
  );
  return done({ headings, above, rows: body });
}

/** The table whose headings we understand best; papaparse's own guess where there are none. */
function bestTable(text: string): SheetRow[] {
  const [best = []] = ["\t", ";", ",", "|", ""]
    .map((delimiter) => tableOf(text, delimiter))
    .map((rows) => ({ rows, understood: Math.max(0, ...rows.slice(0, topRows).map(understood)) }))
    .toSorted((a, b) => b.understood - a.understood || Number(isWide(b.rows)) - Number(isWide(a.rows)))
    .map(({ rows }) => rows);
  return best;
}

function isWide(rows: SheetRow[]): boolean {
  return rows.filter(({ cells }) => cells.length > 1).length > rows.length / 2;
}

function tableOf(text: string, delimiter: string): SheetRow[] {
  const parsed = Papa.parse<string[]>(text, { delimiter });
  // A quotation mark that nothing closes would swallow the rest of the list.
  const { data } = parsed.errors.some(({ code }) => code === "MissingQuotes")
    ? Papa.parse<string[]>(text, { delimiter, quoteChar: "\0" })
    : parsed;
  return data
    .map((cells, index) => ({ number: index + 1, cells: withoutTail(cells.slice(0, mostColumns).map(tidy)) }))
    .filter(({ cells }) => /[\p{L}\p{N}]/u.test(cells.join("")));
}

/** What PostgreSQL can keep, and people can read. Lines within a cell stay lines. */
function tidy(cell: string): string {
  return cell
    .toWellFormed()
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/[^\S\n]+/g, " ")
    .replace(/[^\P{C}\n]/gu, "")
    .trim();
}

function withoutTail(cells: string[]): string[] {
  return cells.slice(0, cells.findLastIndex(Boolean) + 1);
}

function headingsAt(rows: SheetRow[]): number {
  const counts = rows.slice(0, topRows).map(understood);
  const most = Math.max(0, ...counts);
  return most === 0 ? -1 : counts.indexOf(most);
}

/** How many different things a row's cells say as headings. A row with an address in it is none. */
function understood({ cells }: SheetRow): number {
  if (cells.some((cell) => cell.includes("@"))) return 0;
  return new Set(cells.map(fieldOf).filter((field) => field && field !== "none")).size;
}
