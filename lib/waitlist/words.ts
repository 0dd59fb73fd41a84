import { listWords } from "#lib/people/words.ts";
import { passLimit, type Waiting } from "./decide.ts";
import type { Outlook } from "./outlook.ts";

/** Why a party was offered its seats, or fewer than it asked for because it would take fewer. */
export function offeredWords(seats: number, free: number, asked = seats): string {
  if (seats < asked) {
    return `${cameFree(free)}. You asked for ${asked} and said that fewer would do, so you are offered ${seats === 1 ? "one" : seats}.`;
  }
  return `${cameFree(free)}. You were the first in line whose party of ${seats} it has room for.`;
}

/** Why a smaller party was offered a place first, and what protects the larger one while places can be saved. */
export function passedWords(seats: number, free: number, times: number, saving: boolean): string {
  const why = `${cameFree(free)}, and your party needs ${seats}, so a smaller party behind you was asked. You keep your place in line.`;
  if (!saving) {
    return `${why} The first session is near, so free places are no longer saved and none stays empty.`;
  }
  if (times >= passLimit) return `${why} From now on, free places are saved for you until there are enough.`;
  return `${why} If it happens once more, free places are saved for you until there are enough.`;
}

function cameFree(free: number): string {
  return free === 1 ? "One place came free" : `${free} places came free`;
}

/** A sentence names so many parties, and counts the others. */
export const mostNamed = 3;

/**
 * What happens next and why, for staff. `nameOf` names the party of an enrolment: "Mika and Dov";
 * `savedSince` says when the saving began: "3 March". Only a party of two or more can be passed or saved
 * for, so those are always several people.
 */
export function outlookWords(
  { free, policy, saving, waiting, fits, savedFor, next }: Outlook,
  nameOf: (enrollmentId: string) => string,
  savedSince?: string,
): string {
  const named = (parties: { enrollmentId: string }[]) => {
    const names = parties.slice(0, mostNamed).map(({ enrollmentId }) => nameOf(enrollmentId));
    const others = parties.length - mostNamed;
    return listWords(
      others > 0 ? [...names, others === 1 ? "one other party" : `${others} other parties`] : names,
    );
  };
  if (waiting === 0) return `${areFree(free)}, and nobody is waiting.`;
  if (fits.length > 0) return `${areFree(free)}, and there is room for ${named(fits)}.`;
  if (!next) return `${areFree(free)}.`;
  const { party, more, offered, passing } = next;
  const are = party.seats === 1 ? "is" : "are";
  const fewer =
    offered < party.seats ? ` whether ${offered === 1 ? "one place" : `${offered}`} would do` : "";
  const asked = `When ${more === 1 ? "one" : more} ${free > 0 ? "more " : ""}${more === 1 ? "comes" : "come"} free, ${named([party])} ${are} asked${fewer}`;
  if (savedFor) {
    const since = savedSince ? ` since ${savedSince}` : "";
    return `${areFree(free)}, saved${since} for ${named([savedFor])}, who need ${needs(savedFor)}: ${savedBecause(policy, savedFor)}. ${asked}.`;
  }
  const ending = saving || free === 0 ? "" : " The first session is near, so nothing is saved any more.";
  if (passing.length > 0) {
    return `${areFree(free)}.${ending} ${asked}. ${named(passing)} are ahead but need more, and keep their place.`;
  }
  return `${areFree(free)}.${ending} ${named([party])} ${are} first in line${party.seats > 1 ? ` and need ${needs(party)}` : ""}. ${asked}.`;
}

function savedBecause(policy: Outlook["policy"], { passedOver }: Waiting): string {
  if (policy === "inOrder") return "this group asks strictly in order";
  if (passedOver >= passLimit) return `smaller parties were asked before them ${passedOver} times`;
  return "there is a fair chance that enough come free in time";
}

function needs({ seats, fewest }: Waiting): string {
  return fewest === null || fewest >= seats ? `${seats}` : `at least ${fewest}`;
}

function areFree(free: number): string {
  if (free === 0) return "Every place is taken";
  return free === 1 ? "One place is free" : `${free} places are free`;
}
