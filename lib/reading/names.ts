import { credentials, kinNames, notNames, thingNames } from "./words/titles.ts";

const word = "(?:\\p{Lu}\\.(?=\\s)|St\\.|\\p{Lu}[\\p{L}\\p{M}'’-]{0,30})";
const otherLetters = "\\p{Script=Arabic}\\p{Script=Han}\\p{Script=Hangul}\\p{Script=Kana}\\p{Script=Hebrew}";
const otherScripts = `(?<![${otherLetters}])[${otherLetters}]{2,20}(?:\\s[\\p{Script=Arabic}\\p{Script=Hebrew}]{2,20}){0,2}`;

/** A name as a pattern: one to four words with capitals, particles between, or a name in another script. */
export const nameWords = `(?:${word}(?:\\s(?:(?:de|da|del|la|van|von|der|den|di|le|al|bin|dos|ter)\\s){0,2}${word}){0,3}|${otherScripts})`;

/** One name or several: "Noor, Kim and Ana". */
export const nameList = `${nameWords}(?:,? (?:and|&|et|y|und|e|\\+) ${nameWords}|, ${nameWords}){0,4}`;

/** The names in such a list, without those that are none. */
export function namesIn(list: string): string[] {
  return list
    .split(/,|;| (?:and|&|et|y|und|e|\+) /)
    .map((part) => asName(part.trim()))
    .filter((name) => name !== null && name !== "I") as string[];
}

/** What of some words is a name, or null: titles, letters after it and words of a letter's beginning left out. */
export function asName(words: string): string | null {
  let tokens =
    words
      .replaceAll(/[’]/g, "'")
      .replace(/\([^)]{0,40}\)/g, " ")
      .replace(offices, "")
      .replace(/^(?:m|mme|sr|sra|frau|herr)\.?\s/iu, "")
      .split(",")
      .at(0)
      ?.trim()
      .split(/\s+/)
      .map((token) =>
        token.replace(/[.'-]+$|'s$/u, (end) => (end === "." && token.length === 2 ? "." : "")),
      ) ?? [];
  while (tokens.length > 0 && isNoName(tokens[0] ?? "")) tokens = tokens.slice(1);
  const stop = tokens.findIndex((token, at) => isNoName(token) && !isParticle(tokens, at));
  if (stop > 0) tokens = tokens.slice(0, stop);
  const name = tokens.join(" ").trim();
  return name.length > 1 && /^\p{L}/u.test(name) && !/\d/.test(name) ? name : null;
}

/** What stands before a name as an office or a title: "Sister Benedicta", "Dr. Reyes". */
const offices =
  /^(?:(?:dr|mr|mrs|ms|mx|prof|rev)\.?|(?:miss|professor|reverend|sister|brother|father|pastor|rabbi|lady|lord|sir|dame|imam|deacon)(?=\s\p{Lu}))\s/iu;

/** "Latifa El Amrani", "Ana De Souza" */
function isParticle(tokens: string[], at: number): boolean {
  return at > 0 && /^(?:El|La|Le|De|Del|Al)$/.test(tokens[at] ?? "") && !isNoName(tokens[at + 1] ?? "the");
}

function isNoName(token: string): boolean {
  const word = token.toLowerCase();
  return notNames.has(word) || notNames.has(word.replace(/'(?:m|s|d|ll|ve|re|t)$/u, ""));
}

/** A display name as a person says it: "Last, First" turned, titles and offices left out; null when it is none. */
export function displayName(shown: string): string | null {
  const words = shown.replaceAll(/["'“”]{1,2}(?=\s|$)|^["'“”]/g, "").trim();
  if (words === "" || /[@\d]|'s\s|’s\s/u.test(words)) return null;
  const [last = "", first = ""] = words.split(",").map((part) => part.trim());
  const isTurned =
    first !== "" &&
    !credentials.test(` ${first}`) &&
    /^\p{Lu}[\p{L}'’. -]{1,30}$/u.test(first) &&
    last.split(" ").length <= 3;
  const name = isTurned ? `${first} ${last}` : last;
  const bare = name
    .replace(/\([^)]{0,60}\)/g, "")
    .replace(/ (?:&|and|\+) (?:friends|family|co\.?|kids|the \p{L}+)$/iu, "")
    .replace(offices, "")
    .trim();
  if (bare.split(/[\s&]+/).every((word) => kinNames.has(word.toLowerCase()))) return null;
  if (/^the /iu.test(bare) || thingNames.test(bare) || /^\p{L} ?& ?\p{L}$/u.test(bare)) return null;
  return bare.length > 1 ? bare : null;
}

/** Whether two names may be one person's: every word of the shorter one is in the longer, in full or begun ("Inge"). */
export function maySame(one: string, other: string): boolean {
  const [a, b] = [tokensOf(one), tokensOf(other)];
  const short = a.length <= b.length ? a : b;
  const long = a.length <= b.length ? b : a;
  if (short.length === 0) return false;
  return short.every((token) =>
    long.some((word) => word === token || begins(token, word) || begins(word, token)),
  );
}

function begins(short: string, long: string): boolean {
  return (short.length === 1 || short.length > 2) && long.startsWith(short);
}

/** Of "Ruth and Joyce Abramowitz", Ruth has the name Abramowitz too. */
export function withFamilyName(one: string, other: string): string {
  const family = other.split(" ").slice(1).join(" ");
  return one.includes(" ") || !family ? one : `${one} ${family}`;
}

/** Of "Sean and Aileen Docherty", both are called Docherty. */
export function coupleIn(words: string): string[] {
  const [one, other, ...more] = namesIn(words);
  return one && other && more.length === 0 ? [withFamilyName(one, other), other] : namesIn(words);
}

/** A name that was written small, as names are written. */
export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

export function firstName(name: string): string | undefined {
  return tokensOf(name)[0];
}

export function tokensOf(name: string): string[] {
  return name
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .split(/[\s.]+/)
    .filter(Boolean);
}

/** The fullest form of a name that stands anywhere in the given texts. */
export function fullest(name: string, texts: string[]): string {
  const first = name.replaceAll(/[^\p{L}\p{M}\s'’-]/gu, "");
  if (!first) return name;
  const pattern = new RegExp(
    `(?<!\\p{L})${first}(?:\\s(?:(?:de|da|van|von|der|la)\\s)?\\p{Lu}[\\p{L}'’-]{1,30}){1,2}(?!\\p{L})`,
    "gu",
  );
  let best = name;
  for (const text of texts)
    for (const [found] of text.slice(0, 20_000).replaceAll("\n", " \n").matchAll(pattern)) {
      const full = asName(found);
      if (full && full.length > best.length && maySame(best, full)) best = full;
    }
  return best;
}
