import { firstName, maySame } from "../names.ts";
import type { ReadPerson } from "../reading.ts";

/** Somebody besides the writer of whom a letter tells. */
export type Companion = ReadPerson & {
  /** How many people these words stand for ("both of my sons"). */
  many: number;
  /** Whether the words say that they come. Where they don't, only a number of seats that is told lets them in. */
  comes: boolean;
  /** Where they are told of, -1 where it isn't in the text, and by which words. */
  at: number;
  words: string;
};

export type Roster = {
  writer: ReadPerson;
  companions: Companion[];
  /** Names of those who don't come. */
  staying: string[];
  /** Whether the writer names themselves beside somebody who comes: "Frank and Connie DiSalvo, two chairs". */
  countsWriter: boolean;
  /** Whether somebody stays, by name or without. */
  someStay: boolean;
};

type Sighting = Partial<Companion> & Pick<Companion, "at" | "words">;

/** Takes a sighting as news of somebody known already, or of somebody new. */
export function meet(roster: Roster, sighting: Sighting): Companion | null {
  const seen: Companion = { name: null, email: null, many: 1, comes: true, ...sighting };
  if (seen.name && isWriter(roster, seen.name) && (!seen.email || seen.email === roster.writer.email))
    return null;
  const known = knownAs(roster, seen);
  if (!known) {
    roster.companions.push(seen);
    return seen;
  }
  known.email ??= seen.email;
  known.comes ||= seen.comes;
  if (seen.name && (!known.name || seen.name.length > known.name.length)) known.name = seen.name;
  return known;
}

/** "My two partners", and further down their names: whoever is new there is one of them. */
export function meetOneOf(roster: Roster, sighting: Sighting): void {
  const isNew = !knownAs(roster, { name: null, email: null, ...sighting });
  const some = roster.companions.find(({ name, many, words }) => !name && many > 0 && plural.test(words));
  if (meet(roster, sighting) && isNew && some) some.many -= 1;
}

const plural = /(?:(?<!missu|hub)s|children)(?: of (?:mine|ours)| from work)?$/iu;

/** Who of the roster this name or address is. */
export function knownAs({ companions }: Roster, { name, email }: ReadPerson): Companion | undefined {
  return (
    companions.find((one) => one.email && one.email === email) ??
    companions.find((one) => name && one.name && maySame(one.name, name))
  );
}

/** The last one told of before `at` of whom a name or an address is still to come. */
export function lastWithout(roster: Roster, what: "name" | "email", at = Infinity): Companion | undefined {
  const open = roster.companions.filter((one) => !one[what] && one.many === 1 && one.at < at);
  return open.findLast(({ comes }) => comes) ?? open.at(-1);
}

export function isWriter({ writer }: Roster, name: string): boolean {
  const [own, other] = [firstName(writer.name ?? "") ?? "", firstName(name) ?? ""];
  return own !== "" && (own === other || (other.length > 2 && own.startsWith(other)));
}
