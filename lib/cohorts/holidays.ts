import Holidays from "date-holidays";

/**
 * The public holidays of a region ("CA-ON": country, and state where there is one) from one date to another,
 * both included. Proposed to whoever plans, and never more: a group may well meet on one. None for a region
 * that nobody knows.
 */
export function holidaysBetween(
  region: string,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Map<string, string> {
  const [country = "", ...parts] = region.split("-");
  const calendar = new Holidays(country, parts[0] ?? "", parts[1] ?? "", {
    languages: ["en"],
    types: ["public"],
  });
  const years = Array.from({ length: Math.max(0, to.year - from.year + 1) }, (_, index) => from.year + index);
  const all = years
    .flatMap((year) => calendar.getHolidays(year))
    .map(({ date, name }) => [date.slice(0, 10), name] as const);
  return new Map(all.filter(([date]) => date >= String(from) && date <= String(to)));
}
