import { counted } from "#lib/clock/words.ts";
import type { PlannedParty } from "./plan.ts";

const dates = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });

/** "3 March 2026". */
function dayOf(date: Temporal.PlainDate | Temporal.PlainDateTime): string {
  return dates.format(date);
}

/** What a row becomes: "party of 2, waiting since 3 March 2026". */
export function partyWords({ people, since }: PlannedParty): string {
  const size = people.length === 1 ? "1 person" : `party of ${people.length}`;
  return since ? `${size}, waiting since ${dayOf(since)}` : `${size}, no date: after everybody with one`;
}

/** "12 parties, 19 people". */
export function totalWords(parties: number, people: number): string {
  return `${parties === 1 ? "1 party" : `${parties} parties`}, ${people === 1 ? "1 person" : `${people} people`}`;
}

/** What the party reads of it: staff did something about its place (design rule 5). */
export function broughtOverWords(on: Temporal.PlainDate): string {
  return `You were brought over from the clinic's list on ${dayOf(on)}, with your place in line.`;
}

/** What a row that is left out is called. */
export function rowsWords(count: number): string {
  return counted(count, "row");
}
