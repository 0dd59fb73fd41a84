import { z } from "zod";

/** The cells of a row that say who it is, by what their columns are. */
export type WhoCells = {
  name: string[];
  familyName: string[];
  email: string[];
  partner: string[];
  partnerEmail: string[];
  people: string[];
};

export type ImportedPerson = { name: string; email: string };

export type Who = { people: ImportedPerson[]; remarks: string[]; problems: string[] };

/** Who a row brings: everyone's name and the address that letters to them go to, or what is missing, in words. */
export function readPeople(cells: WhoCells): Who {
  const problems: string[] = [];
  const remarks: string[] = [];
  const own = addressesIn(cells.email, problems);
  const partners = addressesIn(cells.partnerEmail, problems).filter((address) => !has(own, address));
  const written = own.length + partners.length;
  const people = countIn(cells.people, problems);
  const writers = namesIn(withFamily(cells), Math.max(written, people ?? 0));
  const names = [...writers, ...cells.partner.flatMap((cell) => namesIn([cell], 0))];

  if (names.length === 0) problems.push("There is no name.");
  if (names.some((name) => name.length > 120)) problems.push("A name is longer than 120 characters.");
  if (people && names.length > people)
    problems.push(`It says ${people === 1 ? "1 person" : `${people} people`}, but names ${names.length}.`);
  if (people && people > most)
    problems.push(`It says ${people} people, which is more than one party can be.`);
  else if (names.length > 0 && people && people > names.length) {
    const unnamed = standIns(names[0] as string, people - names.length);
    names.push(...unnamed);
    remarks.push(`${unnamed.length === 1 ? "One name is" : `${unnamed.length} names are`} not in the list.`);
  }
  if (written === 0 && problems.length === 0) problems.push("There is no e-mail address to reach them at.");
  if (names.length > 0 && written > names.length)
    problems.push(
      `There are ${written} addresses, but ${names.length === 1 ? "one name" : `${names.length} names`}.`,
    );
  if (problems.length > 0) return { people: [], remarks: [], problems };

  const addresses = assign(names.length, writers.length, own, partners);
  const shared = [...own, ...partners][0] as string;
  const sharing = names.filter((_, index) => !addresses[index]);
  if (sharing.length > 0)
    remarks.push(
      `Letters to ${sharing.join(" and ")} go to ${shared} too: there is no address of their own.`,
    );
  return {
    people: names.map((name, index) => ({ name, email: addresses[index] ?? shared })),
    remarks,
    problems,
  };
}

/** Each one's own address: the writers' are theirs in order, the partners' likewise, and what is over goes to whoever lacks one. */
function assign(count: number, writers: number, own: string[], partners: string[]): (string | undefined)[] {
  const addresses = Array.from({ length: count }, (_, index) =>
    index < writers ? own[index] : partners[index - writers],
  );
  const over = [...own.slice(writers), ...partners.slice(count - writers)];
  return addresses.map((address) => address ?? over.shift());
}

function withFamily({ name, familyName }: WhoCells): string[] {
  const family = familyName.join(" ");
  return family && name.length <= 1 ? [`${name[0] ?? ""} ${family}`] : name;
}

/** More than any group takes together. */
const most = 12;

/** "(she/her)". */
const pronouns = /\(\p{L}+(?:\s*\/\s*\p{L}+)+\)/gu;

const between = /\s*(?:[&+/;|\n]|\s(?:and|und|et|y|och|en)\s)\s*/iu;

/**
 * The names in cells. A single comma is between two people when `expected` says that there are several, and else
 * between a family name and a given one: "Silva, Ana".
 */
function namesIn(cells: string[], expected: number): string[] {
  return cells
    .flatMap((cell) => {
      const parts = cell.replace(pronouns, "").split(between);
      const commas = cell.split(",").length - 1;
      if (parts.length === 1 && commas === 1 && expected < 2) {
        const [family = "", given = ""] = cell.split(",");
        return [`${given} ${family}`];
      }
      return parts.flatMap((part) => part.split(","));
    })
    .map((name) => name.replace(/\s+/g, " ").trim())
    .filter((name) => /\p{L}/u.test(name) && !isNothing(name));
}

const address = z.email().max(254);

function addressesIn(cells: string[], problems: string[]): string[] {
  const found: string[] = [];
  for (const cell of cells) {
    const pieces = cell
      .split(/[\s,;/|<>()"]+/)
      .map((piece) => piece.replace(/^mailto:/i, "").replace(/[.:]+$/, ""));
    const candidates = pieces.filter((piece) => piece.includes("@"));
    if (candidates.length === 0 && cell && !isNothing(cell)) problems.push(wrongAddress(cell));
    for (const candidate of candidates) {
      if (!address.safeParse(candidate).success) problems.push(wrongAddress(candidate));
      else if (!has(found, candidate)) found.push(candidate);
    }
  }
  return found;
}

const wrongAddress = (text: string) => `“${short(text)}” can't be an e-mail address.`;

const countWords: Record<string, number> = {
  one: 1,
  single: 1,
  individual: 1,
  alone: 1,
  two: 2,
  couple: 2,
  pair: 2,
  both: 2,
  three: 3,
  four: 4,
};

/** How many people a row says that they are, or null when it does not say. */
function countIn(cells: string[], problems: string[]): number | null {
  const cell = cells.find((text) => text && !isNothing(text))?.toLowerCase();
  if (!cell) return null;
  const word = cell.match(/\p{L}+/u)?.[0] ?? "";
  const [, digits] = cell.match(/^(\d{1,3})(?!\d|[.,]\d*[1-9]|\s*[-–/]\s*\d)/) ?? [];
  const count = digits ? Number(digits) : (countWords[word] ?? 0);
  if (count > 0) return count;
  problems.push(`“${short(cell)}” is not a number of people.`);
  return null;
}

/** "Ana's partner", "Ana's second partner": for people who come and whom the list does not name. */
function standIns(writer: string, count: number): string[] {
  const first = writer.split(" ")[0];
  const which = ["", "second ", "third ", "fourth ", "fifth "];
  return Array.from(
    { length: count },
    (_, index) => `${first}'s ${which[index] ?? `${index + 1}th `}partner`,
  );
}

function isNothing(text: string): boolean {
  return /^([-–—?.x]+|n\/?a|none|no|nil|tbc|tbd|unknown|keine?|aucun)$/i.test(text.trim());
}

function has(addresses: string[], address: string): boolean {
  return addresses.some((one) => one.toLowerCase() === address.toLowerCase());
}

/** As much of a cell as a sentence can bear. */
export function short(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
