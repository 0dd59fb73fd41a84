// Made once: to make a formatter takes longer than all that it formats on a page.
const days = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long" });
const times = new Intl.DateTimeFormat("en-GB", { hour: "numeric", minute: "2-digit", hour12: true });

/** "Tuesday 12 January". */
export function dayWords(date: Temporal.PlainDate | Temporal.PlainDateTime): string {
  return days.format(date);
}

/** "Tuesday 12 January 2027": where the year is not plain from what stands around it. */
export function dateWords(date: Temporal.PlainDate | Temporal.PlainDateTime): string {
  return `${dayWords(date)} ${date.year}`;
}

/** "6:30 pm". */
export function timeWords(time: Temporal.PlainTime | Temporal.PlainDateTime): string {
  return times.format(time);
}

/** "Thursday 26 November, 8:00 pm": an instant as people in a zone read it. */
export function momentWords(instant: Temporal.Instant, timeZone: string): string {
  const local = instant.toZonedDateTimeISO(timeZone).toPlainDateTime();
  return `${dayWords(local)}, ${timeWords(local)}`;
}

/** "Toronto": how people call the zone "America/Toronto". */
export function zoneWords(timeZone: string): string {
  return timeZone.slice(timeZone.lastIndexOf("/") + 1).replaceAll("_", " ");
}

/** "3 weeks", "19 days", "5 hours": how long it is from one instant to another, in the largest unit that says it well. */
export function spanWords(from: Temporal.Instant, to: Temporal.Instant): string {
  const hours = Math.abs(to.since(from).total("hours"));
  if (hours < 1) return "less than an hour";
  if (hours < 48) return counted(Math.floor(hours), "hour");
  const days = Math.floor(hours / 24);
  return days < 21 ? counted(days, "day") : counted(Math.floor(days / 7), "week");
}

/** "1 place", "3 places". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
