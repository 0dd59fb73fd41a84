export const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export const parts = ["morning", "afternoon", "evening"] as const;

type Day = (typeof days)[number];
type Part = (typeof parts)[number];
/** A time of the week that may suit somebody, such as "tue-evening". */
export type WeekTime = `${Day}-${Part}`;

export const weekTimes: WeekTime[] = days.flatMap((day) => parts.map((part): WeekTime => `${day}-${part}`));

const [noon, evening] = [12, 17];

/** The time of the week at which something begins. */
export function weekTimeOf(start: Temporal.PlainDateTime): WeekTime {
  const day = days[start.dayOfWeek - 1] as Day;
  if (start.hour < noon) return `${day}-morning`;
  return start.hour < evening ? `${day}-afternoon` : `${day}-evening`;
}

export const dayNames = {
  mon: "Monday",
  tue: "Tuesday",
  wed: "Wednesday",
  thu: "Thursday",
  fri: "Friday",
  sat: "Saturday",
  sun: "Sunday",
} satisfies Record<Day, string>;

/** "Tuesday and Thursday evenings, Saturday mornings"; "Any time" when nothing was said. */
export function suitsWords(suits: string[]): string {
  if (suits.length === 0) return "Any time";
  const words = parts.flatMap((part) => {
    const on = days.filter((day) => suits.includes(`${day}-${part}`)).map((day) => dayNames[day]);
    if (on.length === days.length) return [`any ${part}`];
    return on.length === 0 ? [] : [`${list.format(on)} ${part}s`];
  });
  const sentence = words.join("; ");
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

const list = new Intl.ListFormat("en-GB");
