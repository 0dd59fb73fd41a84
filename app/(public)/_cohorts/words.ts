import { counted, dayWords, momentWords, timeWords, zoneWords } from "#lib/clock/words.ts";
import { rhythmOf } from "#lib/cohorts/plan.ts";
import type { OpenCohort } from "#lib/cohorts/queries.ts";
import { persons } from "#lib/people/words.ts";

type Times = Pick<OpenCohort, "sessions" | "timeZone">;

/** "Tuesdays, 6:30 to 9:00 pm, Toronto time"; "Tuesdays and Fridays, …"; "Every other Tuesday, …". */
export function weekdayWords({ sessions, timeZone }: Times): string {
  const weekly = sessions.filter(({ kind }) => kind === "weekly");
  const first = weekly[0] ?? sessions[0];
  if (!first) return "";
  const { rhythm } = rhythmOf(weekly.map(({ startsLocal }) => startsLocal.toPlainDate()));
  const weekday = ({ startsLocal }: typeof first) => startsLocal.toLocaleString("en-GB", { weekday: "long" });
  const days = {
    weekly: `${weekday(first)}s`,
    fortnightly: `Every other ${weekday(first)}`,
    twiceWeekly: `${weekday(first)}s and ${weekday(weekly[1] ?? first)}s`,
  }[rhythm];
  return `${days}, ${hoursWords(first)}, ${zoneWords(timeZone)} time`;
}

/** "6:30 to 9:00 pm", "10:00 am to 2:00 pm". */
export function hoursWords({
  startsLocal,
  minutes,
}: Pick<OpenCohort["sessions"][number], "startsLocal" | "minutes">): string {
  const [from, to] = [timeWords(startsLocal), timeWords(startsLocal.add({ minutes }))];
  return `${from.slice(-2) === to.slice(-2) ? from.slice(0, -3) : from} to ${to}`;
}

/** "12 January to 9 March 2027, with a retreat on Saturday 20 February". */
export function datesWords({ sessions }: Times): string {
  const [first, last] = [sessions[0]?.startsLocal, sessions.at(-1)?.startsLocal];
  if (!first || !last) return "";
  const [day, month] = [{ day: "numeric" }, { month: "long" }] as const;
  const from = first.toLocaleString("en-GB", {
    ...day,
    ...month,
    ...(first.year === last.year ? {} : { year: "numeric" }),
  });
  const to = last.toLocaleString("en-GB", { ...day, ...month, year: "numeric" });
  const retreat = sessions.find(({ kind }) => kind === "retreat");
  return `${from} to ${to}${retreat ? `, with a retreat on ${dayWords(retreat.startsLocal)}` : ""}`;
}

/** "In person, Willow Street". A meeting's link is for those who take part. */
export function whereWords({ format, place }: Pick<OpenCohort, "format" | "place">): string {
  const how = { inPerson: "In person", online: "Online", hybrid: "In person or online" }[format];
  return place && format !== "online" ? `${how}, ${place}` : how;
}

export function audienceWords({ audience }: Pick<OpenCohort, "audience">): string {
  return {
    anyone: "Anyone, alone or with a partner or partners.",
    partners: "Couples and partners who come together.",
    individuals: "People who come on their own.",
  }[audience];
}

/** "$420 a person, sliding scale"; empty when the clinic says nothing of money. */
export function feeWords({
  feeCents,
  currency,
  feeNote,
}: Pick<OpenCohort, "feeCents" | "currency" | "feeNote">): string {
  if (feeCents === null) return feeNote;
  const amount = (feeCents / 100).toLocaleString("en-GB", {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    trailingZeroDisplay: "stripIfInteger",
  });
  return [feeCents === 0 ? "Free of charge" : `${amount} a person`, feeNote].filter(Boolean).join(", ");
}

export function listWords(words: string[]): string {
  return new Intl.ListFormat("en-GB").format(words);
}

/** Whether there is room for whoever comes now: free chairs that nobody waits for. */
export function hasRoom({ free, partiesWaiting }: Pick<OpenCohort, "free" | "partiesWaiting">): boolean {
  return free > 0 && partiesWaiting === 0;
}

/** "2 parties are waiting". */
export function waitingWords({ partiesWaiting }: Pick<OpenCohort, "partiesWaiting">): string {
  if (partiesWaiting === 0) return "Nobody is waiting yet";
  return partiesWaiting === 1 ? "1 party is waiting" : `${partiesWaiting} parties are waiting`;
}

/** "Enrolment opens on Monday 4 January, 9:00 am, Toronto time". */
export function opensWords(opensAt: Temporal.Instant, timeZone: string): string {
  return `Enrolment opens on ${momentWords(opensAt, timeZone)}, ${zoneWords(timeZone)} time`;
}

/** "Runs from 8 people; 5 are coming so far"; empty for a group that is sure to take place. */
export function tentativeWords({ tentative }: Pick<OpenCohort, "tentative">): string {
  if (!tentative) return "";
  const { smallest, soFar } = tentative;
  const coming =
    soFar === 0 ? "you could be the first" : `${soFar} ${soFar === 1 ? "is" : "are"} coming so far`;
  return `Runs from ${persons(smallest)}; ${coming}`;
}

/** What happens once somebody has told us who is coming. */
export function joiningWords(cohort: Pick<OpenCohort, "reviews" | "free" | "partiesWaiting">): string {
  if (cohort.reviews)
    return "The people who lead the group read it and answer you. When they have said yes and there is room, we keep a place for each of you.";
  return hasRoom(cohort)
    ? "We keep a place for each of you, and write to each of you."
    : "You wait in line together. When there is room for all of you, we keep a place for each of you, and write to you.";
}

/** "6 places left". */
export function placesWords({ free, partiesWaiting }: Pick<OpenCohort, "free" | "partiesWaiting">): string {
  if (free === 0) return `Full. ${waitingWords({ partiesWaiting })}.`;
  return partiesWaiting === 0
    ? `${counted(free, "place")} left.`
    : `${counted(free, "place")} free. ${waitingWords({ partiesWaiting })}.`;
}
