import { counted } from "#lib/clock/words.ts";

/** "Ahead of you are 3 people in 2 parties." */
export function aheadWords({ parties, people }: { parties: number; people: number }): string {
  if (parties === 0) return "You are the first in line.";
  const [is, persons] = people === 1 ? ["is", "1 person"] : ["are", `${people} people`];
  return `Ahead of you ${is} ${persons} in ${parties === 1 ? "1 party" : `${parties} parties`}.`;
}

/** "two places". */
export function placesWords(count: number): string {
  const inWords = ["no", "a", "two", "three", "four"][count];
  return inWords ? `${inWords} ${count === 1 ? "place" : "places"}` : counted(count, "place");
}
