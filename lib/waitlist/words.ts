import { listWords } from "#lib/people/words.ts";
import { passLimit } from "./decide.ts";
import type { Outlook } from "./outlook.ts";

/** Why a party that `wanted` so many seats was offered these. */
export function offeredWords(seats: number, wanted: number, free: number): string {
  if (seats < wanted)
    return `${cameFree(free)}. You had said that ${seats} of you would come without the others, and were the first in line whom it has room for.`;
  return `${cameFree(free)}. You were the first in line whose party of ${seats} it has room for.`;
}

/** Why a smaller party was offered a place first, and what protects the larger one. */
export function passedWords(seats: number, free: number, times: number): string {
  const promise =
    times >= passLimit
      ? "From now on, free places are saved for you until there are enough."
      : "If it happens once more, free places are saved for you until there are enough.";
  return `${cameFree(free)}, and your party needs ${seats}, so a smaller party behind you was asked. You keep your place in line. ${promise}`;
}

function cameFree(free: number): string {
  return free === 1 ? "One place came free" : `${free} places came free`;
}

/**
 * What happens next and why, for staff. `nameOf` names the party of an enrolment: "Mika and Dov".
 * Only a party of two or more can be passed, so those ahead are always several people.
 */
export function outlookWords(
  { free, waiting, fits, savedFor, next }: Outlook,
  nameOf: (enrollmentId: string) => string,
): string {
  const named = (parties: { enrollmentId: string }[]) =>
    listWords(parties.map(({ enrollmentId }) => nameOf(enrollmentId)));
  if (waiting === 0) return `${areFree(free)}, and nobody is waiting.`;
  if (fits.length > 0) return `${areFree(free)}, and there is room for ${named(fits)}.`;
  if (!next) return `${areFree(free)}.`;
  const { party, more, passing } = next;
  const asked = `When ${more === 1 ? "one" : more} ${free > 0 ? "more " : ""}${more === 1 ? "comes" : "come"} free, ${named([party])} ${party.seats === 1 ? "is" : "are"} asked`;
  if (savedFor) {
    return `${areFree(free)}, saved for ${named([savedFor])}, who need ${savedFor.seats}: smaller parties were asked before them ${savedFor.passedOver} times. ${asked}.`;
  }
  if (passing.length > 0) {
    return `${areFree(free)}. ${asked}. ${named(passing)} are ahead but need more, and keep their place.`;
  }
  return `${areFree(free)}. ${named([party])} ${party.seats === 1 ? "is" : "are"} first in line${party.seats > 1 ? ` and need ${party.seats}` : ""}. ${asked}.`;
}

function areFree(free: number): string {
  if (free === 0) return "Every place is taken";
  return free === 1 ? "One place is free" : `${free} places are free`;
}
