import { counted, momentWords, spanWords } from "#lib/clock/words.ts";
import { listWords } from "#lib/people/words.ts";
import type { Entry } from "#lib/waitlist/entry.ts";

/** "2 places, 1 would do; waiting 3 weeks, since Thursday 3 March, 9:00 am". */
export function waitingWords(entry: Entry, timeZone: string, at: Temporal.Instant): string {
  const { seats, fewest, joinedAt, carriedFrom } = entry;
  const fewer = fewest !== null && fewest < seats ? `, ${fewest} would do` : "";
  const carried = carriedFrom ? ` (brought along from ${carriedFromWords[carriedFrom]})` : "";
  return `${counted(seats, "place")}${fewer}; waiting ${spanWords(joinedAt, at)}, since ${momentWords(joinedAt, timeZone)}${carried}`;
}

const carriedFromWords = { "interest list": "the interest list", "another group": "another group" };

/** What keeps a party from being asked, and how often it was passed over. */
export function restWords({ pausedSince, restsUntil, passedOver }: Entry, timeZone: string): string {
  return [
    pausedSince &&
      `They asked to be left out for a while, on ${momentWords(pausedSince, timeZone)}, and keep their place.`,
    restsUntil && `They said “not this time”, and are not asked before ${momentWords(restsUntil, timeZone)}.`,
    passedOver === 1 && "A smaller party was asked before them once.",
    passedOver > 1 && `Smaller parties were asked before them ${passedOver} times.`,
  ]
    .filter(Boolean)
    .join(" ");
}

/** "2 of 8 places free, 12 parties waiting". */
export function roomWords({
  capacity,
  seatsTaken,
  partiesWaiting,
}: {
  capacity: number;
  seatsTaken: number;
  partiesWaiting: number;
}): string {
  const waiting =
    partiesWaiting === 0
      ? "nobody waiting"
      : `${partiesWaiting} ${partiesWaiting === 1 ? "party" : "parties"} waiting`;
  return `${capacity - seatsTaken} of ${counted(capacity, "place")} free, ${waiting}`;
}

/** "2 places, 5 hours left. Ana has said yes." */
export function holdWords({ seats, heldUntil, members, forFewer }: Entry, at: Temporal.Instant): string {
  const yes = members.filter(({ saidYes }) => saidYes).map(({ name }) => name);
  const over = !heldUntil || Temporal.Instant.compare(heldUntil, at) <= 0;
  return [
    `${counted(seats, "place")}, ${over ? "their time is over" : `${spanWords(at, heldUntil)} left`}.`,
    forFewer && "The others wait on.",
    yes.length > 0 && `${listWords(yes)} ${yes.length === 1 ? "has" : "have"} said yes.`,
  ]
    .filter(Boolean)
    .join(" ");
}
