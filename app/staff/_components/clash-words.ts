import { dayWords, timeWords } from "#lib/clock/words.ts";
import type { Clash } from "#lib/cohorts/clashes.ts";
import { listWords } from "#lib/people/words.ts";

/** "Sam is in “Winter evenings” too, Tuesday 12 January, 6:30 pm." */
export function clashWords({ title, startsLocal, place, facilitators }: Clash): string {
  const other = title === null ? "another group" : `“${title}”`;
  const when = `${dayWords(startsLocal)}, ${timeWords(startsLocal)}`;
  const who =
    facilitators.length === 0 ? "" : `${listWords(facilitators)} ${are(facilitators)} in ${other} too`;
  const where = place === "" ? "" : `${place} is taken by ${other}`;
  if (who && where) return `${who}, at the same place: ${when}.`;
  return `${who || where}: ${when}.`;
}

function are(people: string[]): string {
  return people.length === 1 ? "is" : "are";
}
