/** Which comes first in 03/04/2026. */
export type DateOrder = "day" | "month";

export type ReadDate =
  | { kind: "date"; at: Temporal.PlainDateTime }
  /** 3 April or 4 March. */
  | { kind: "twoWays" }
  | { kind: "noYear" }
  | { kind: "noDate" };

/** Reads a date as people and spreadsheets write it. Where it reads two ways, `order` decides. */
export function readDate(text: string, order: DateOrder | null): ReadDate {
  const { date, time } = apart(text.trim().toLowerCase());
  const read = numbers(date, order) ?? serial(date) ?? words(date);
  if (!(read instanceof Temporal.PlainDate)) return read ?? { kind: "noDate" };
  return { kind: "date", at: read.toPlainDateTime(time) };
}

/** Which comes first in a column's dates, when those that read one way alone agree. */
export function guessOrder(dates: string[]): DateOrder | null {
  const found = new Set(dates.map(orderOf).filter(Boolean));
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

function orderOf(text: string): DateOrder | null {
  const [, first, sign, second] = apart(text.trim().toLowerCase()).date.match(numeric) ?? [];
  if (sign === "." || !first || first.length > 2) return null;
  if (Number(first) > 12) return "day";
  return Number(second) > 12 ? "month" : null;
}

const numeric = /^(\d{1,4})\s*([./-])\s*(\d{1,2})\s*\2\s*(\d{2}|\d{4})$/;
const clock =
  /[t,\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([ap])?\.?m?\.?\s*(?:z|utc|[+-]\d{2}:?\d{2})?$/;

/** A date and its time of day, midnight where it has none. */
function apart(text: string): { date: string; time: Temporal.PlainTime } {
  const [whole, hour, minute, second, half] = text.match(clock) ?? [];
  const midnight = new Temporal.PlainTime();
  if (whole === undefined) return { date: text, time: midnight };
  const hours = half ? (Number(hour) % 12) + (half === "p" ? 12 : 0) : Number(hour);
  if (hours > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return { date: text, time: midnight };
  return {
    date: text.slice(0, -whole.length).trim(),
    time: new Temporal.PlainTime(hours, Number(minute), Number(second ?? 0)),
  };
}

function numbers(text: string, order: DateOrder | null): Temporal.PlainDate | ReadDate | null {
  if (/^\d{1,2}\s*[./-]\s*\d{1,2}\s*\.?$/.test(text)) return { kind: "noYear" };
  const [, first = "", sign, second = "", third = ""] = text.match(numeric) ?? [];
  if (!first) return null;
  if (first.length === 4) return dateFrom(first, second, third);
  if (first.length > 2) return null;
  const byDay = dateFrom(third, second, first);
  if (sign === ".") return byDay;
  const byMonth = dateFrom(third, first, second);
  if (byDay && byMonth && !byDay.equals(byMonth)) {
    if (!order) return { kind: "twoWays" };
    return order === "day" ? byDay : byMonth;
  }
  return byDay ?? byMonth;
}

/** A date as a spreadsheet counts it: days since the end of 1899. */
function serial(text: string): Temporal.PlainDate | null {
  const days = /^\d{5}(\.\d+)?$/.test(text) ? Math.floor(Number(text)) : 0;
  return days >= 36_526 && days <= 73_050 ? new Temporal.PlainDate(1899, 12, 30).add({ days }) : null;
}

/** "3 March 2026", "Tue, Mar 3rd 2026", "3. März 26", "3 de marzo de 2026". */
function words(text: string): Temporal.PlainDate | ReadDate | null {
  const tokens = fold(text)
    .replace(/(\d)(st|nd|rd|th|er|e|o)\b/g, "$1")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token && !["de", "del", "of", "the", "le"].includes(token));
  const month = tokens.find((token) => months.has(token));
  const [day = "", year, ...more] = tokens.filter((token) => /^\d+$/.test(token));
  const others = tokens.filter((token) => !/^\d+$/.test(token) && token !== month);
  if (!month || more.length > 0 || others.length > 1 || !/^\d{1,2}$/.test(day)) return null;
  if (!year) return { kind: "noYear" };
  return dateFrom(year, String(months.get(month)), day);
}

function dateFrom(year: string, month: string, day: string): Temporal.PlainDate | null {
  if (year.length !== 2 && year.length !== 4) return null;
  const full = Number(year) + (year.length === 2 ? 2000 : 0);
  try {
    return Temporal.PlainDate.from(
      { year: full, month: Number(month), day: Number(day) },
      { overflow: "reject" },
    );
  } catch {
    return null;
  }
}

function fold(text: string): string {
  return text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");
}

/** The months' names, long and short, in the languages that a clinic's lists are most often written in. */
const months = new Map<string, number>([
  ["sept", 9],
  ...["en", "fr", "es", "de", "pt", "it", "nl", "sv"].flatMap((language) =>
    (["long", "short"] as const).flatMap((month) => {
      const format = new Intl.DateTimeFormat(language, { month, timeZone: "UTC" });
      return Array.from({ length: 12 }, (_, index): [string, number] => [
        fold(format.format(Date.UTC(2026, index, 15))).replace(/\.$/, ""),
        index + 1,
      ]);
    }),
  ),
]);
