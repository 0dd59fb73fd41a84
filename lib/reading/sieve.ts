import { type AST, RegExpParser } from "@eslint-community/regexpp";

/**
 * Of many patterns, those that may match a text: there are hundreds of rules, and in one sentence only a few can find
 * anything. One walk over the text finds the letters without which a pattern matches nothing; where none can be told,
 * the pattern always may. @throws at a pattern that takes capitals for small letters
 */
export function sieve(patterns: RegExp[]): (text: string) => ReadonlySet<RegExp> {
  const needed = patterns.map((pattern) => ({ pattern, letters: lettersNeeded(pattern) }));
  const always = needed.flatMap(({ pattern, letters }) => (letters ? [] : pattern));
  const tree = treeOf(
    needed.flatMap(({ pattern, letters }) => (letters ?? []).map((word) => ({ word, pattern }))),
  );
  return (text) => {
    const possible = new Set(always);
    for (let start = 0; start < text.length; start += 1) {
      let branch = tree.after(0, text.charCodeAt(start));
      for (let at = start + 1; branch !== 0; at += 1) {
        for (const pattern of tree.ending[branch] ?? []) possible.add(pattern);
        branch = at < text.length ? tree.after(branch, text.charCodeAt(at)) : 0;
      }
    }
    return possible;
  };
}

/** Words as a tree of their letters, in tables, because every letter of every text is looked up. Its root is branch 0. */
function treeOf(words: { word: string; pattern: RegExp }[]) {
  const column = new Uint16Array(1 << 16);
  const letters = new Set(words.flatMap(({ word }) => word.split("").map((letter) => letter.charCodeAt(0))));
  for (const [index, letter] of [...letters].entries()) column[letter] = index + 1;
  const width = letters.size + 1;
  const ending: RegExp[][] = [[]];
  const next: number[] = new Array(width).fill(0);
  for (const { word, pattern } of words) {
    let branch = 0;
    for (let at = 0; at < Math.min(word.length, enoughLetters); at += 1) {
      const place = branch * width + (column[word.charCodeAt(at)] ?? 0);
      if (!next[place]) {
        next[place] = ending.push([]) - 1;
        next.push(...new Array(width).fill(0));
      }
      branch = next[place] ?? 0;
    }
    ending[branch]?.push(pattern);
  }
  const table = Int32Array.from(next);
  return {
    ending,
    /** The branch that goes on with a letter, or 0. */
    after: (branch: number, letter: number) => table[branch * width + (column[letter] ?? 0)] ?? 0,
  };
}

/** Stretches of letters of which each match has at least one. */
function lettersNeeded(pattern: RegExp): string[] | null {
  if (pattern.ignoreCase) throw new Error(`${pattern} takes capitals for small letters.`);
  const { alternatives } = parser.parsePattern(pattern.source, 0, undefined, { unicode: pattern.unicode });
  const { whole, part } = eitherOf(alternatives);
  return better(whole, part);
}

const parser = new RegExpParser();
/** More ways to spell one stretch than this are not written out. */
const mostWays = 24;
const enoughLetters = 6;

/** What a piece of a pattern matches: every way to spell the whole of it, or what is in each match somewhere. */
type Spelled = { whole: string[] | null; part: string[] | null };

const unknown: Spelled = { whole: null, part: null };

function eitherOf(alternatives: AST.Alternative[]): Spelled {
  const all = alternatives.map(inTurn);
  const whole = all.every((one) => one.whole) ? all.flatMap((one) => one.whole ?? []) : null;
  const parts = all.map((one) => better(one.whole, one.part));
  return {
    whole: whole && whole.length <= mostWays ? whole : null,
    part: parts.every((part) => part !== null) ? parts.flat() : null,
  };
}

/** One piece after the other: their ways to be spelled are joined as far as they are known. */
function inTurn({ elements }: AST.Alternative): Spelled {
  let joined = [""];
  let part: string[] | null = null;
  let isWhole = true;
  for (const element of elements) {
    const { whole, part: inside } = spelled(element);
    part = better(part, inside);
    if (whole && whole.length * joined.length <= mostWays && fewest(joined) < enoughLetters) {
      joined = joined.flatMap((start) => whole.map((end) => start + end));
      continue;
    }
    isWhole = false;
    part = better(part, joined);
    joined = whole ?? [""];
  }
  return { whole: isWhole ? joined : null, part: better(part, joined) };
}

function spelled(element: AST.Element): Spelled {
  switch (element.type) {
    case "Group":
    case "CapturingGroup":
      return eitherOf(element.alternatives);
    case "Character":
      return { whole: [String.fromCodePoint(element.value)], part: null };
    case "CharacterClass":
      return element.negate ? unknown : oneOf(element.elements);
    case "Quantifier":
      return repeated(element);
    // What stands around a match is no part of it.
    case "Assertion":
      return { whole: [""], part: null };
    default:
      return unknown;
  }
}

function oneOf(elements: AST.CharacterClassElement[]): Spelled {
  const letters = elements.map((one) => (one.type === "Character" ? String.fromCodePoint(one.value) : null));
  return letters.every((letter) => letter !== null) ? { whole: letters, part: null } : unknown;
}

function repeated({ min, max, element }: AST.Quantifier): Spelled {
  const once = spelled(element);
  if (min === 1 && max === 1) return once;
  if (min === 0) return { whole: max === 1 && once.whole ? ["", ...once.whole] : null, part: null };
  return { whole: null, part: better(once.whole, once.part) };
}

/** Of two lists of which a match has one: the one that fewer texts have by chance. */
function better(one: string[] | null, other: string[] | null): string[] | null {
  return rareness(one) >= rareness(other) ? (rareness(one) > 0 ? one : null) : other;
}

function rareness(list: string[] | null): number {
  const letters = list ? fewest(list) : 0;
  return list && letters > 0 ? Math.min(letters, enoughLetters) + 1 / list.length : 0;
}

/** Of how many letters the shortest is; a single letter or white space stands in every text. */
function fewest(list: string[]): number {
  return Math.min(...list.map((letters) => (/^\p{L}?$/u.test(letters) ? 0 : letters.trim().length)));
}
