import { type Barrier, barrierTo } from "#lib/enrollment/barrier.ts";
import { type Offering, unmet, type Wish } from "./fits.ts";

/** Why a party is not among those whom the system proposes. */
export type NotProposed = Barrier | "time" | "format" | "said_no" | "no_answer" | "places";

type Interested = Wish & {
  /** How it answered an earlier invitation to this cohort. */
  earlier: "declined" | "lapsed" | null;
};

/**
 * Who is invited next, of parties in the order in which they began to wait: each whose wishes the cohort
 * meets, as many as there are places for. A party that needs more places than are left is the first of the
 * next wave. Null says proposed, anything else why not.
 */
export function propose<Party extends Interested>(
  cohort: Offering,
  places: number,
  parties: Party[],
): (Party & { why: NotProposed | null })[] {
  let left = places;
  return parties.map((party) => {
    const why = barrierTo(party, cohort) ?? unmet(party, cohort) ?? answered(party);
    if (why) return { ...party, why };
    if (party.seats > left) return { ...party, why: "places" };
    left -= party.seats;
    return { ...party, why: null };
  });
}

function answered({ earlier }: Interested): NotProposed | null {
  if (earlier === "declined") return "said_no";
  return earlier === "lapsed" ? "no_answer" : null;
}
