/** The days of a row of sessions, each month named once, where it begins. */
export function shortDays(days: Temporal.PlainDateTime[]): { day: string; month: string }[] {
  return days.map((date, index) => ({
    day: String(date.day),
    month: days[index - 1]?.month === date.month ? "" : date.toLocaleString("en-GB", { month: "short" }),
  }));
}
