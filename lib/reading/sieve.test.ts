import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { even, sentences } from "./scope.ts";
import { asSentence, rulePatterns } from "./sentence.ts";
import { sieve } from "./sieve.ts";

const possible = (pattern: RegExp, text: string) => sieve([pattern])(text).has(pattern);

test.each<[RegExp, string[], string[]]>([
  [/\bjoin(?:ing)? us\b/u, ["we'd be joining us", "join us"], ["a joint", "us"]],
  [/(?:one|two) seats?/u, ["one seat", "two seats"], ["seats for us", "one of us"]],
  // What may be missing, or be many things, is not asked for.
  [/enrol+ (?:me )?in \p{L}+ please/u, ["enroll me in may please"], ["enrol"]],
  [/(?:mais|si) [a-z]* ?beaucoup/u, ["si beaucoup", "mais plus beaucoup"], ["si peu"]],
  [/(?:ab){2,}c?/u, ["xababc"], ["ba"]],
  // What stands around a match is no part of it.
  [/(?<!not )coming(?! home)/u, ["we are coming"], ["not home"]],
  [/\$\d+/u, ["$5"], ["5"]],
  [/[ck]ohort/u, ["a kohort"], ["a ohort"]],
])("%s may match what has its letters, and nothing else", (pattern, those, others) => {
  expect(those.filter((text) => !possible(pattern, text))).toEqual([]);
  expect(others.filter((text) => possible(pattern, text))).toEqual([]);
});

test("a pattern of which no letter is sure always may match; one that takes capitals for small letters is refused", () => {
  expect(possible(/\p{L}+ \d/u, "")).toBe(true);
  expect(possible(/(?:sure|[^x])/u, "")).toBe(true);
  expect(() => sieve([/sure/iu])).toThrow("capitals");
});

const folder = join(import.meta.dirname, "fixtures/mail");
const written = readdirSync(folder)
  .filter((name) => name.endsWith(".eml"))
  .flatMap((name) => sentences(even(readFileSync(join(folder, name), "utf8"))));

test("no rule is kept from a sentence in which it finds something", () => {
  const missed = written.flatMap((stretch) => missedIn(stretch.words));
  expect(missed).toEqual([]);
});

test("nor from any jumble of words that the rules look for", () => {
  const words = rulePatterns.flatMap(({ source }) => source.match(/\p{Ll}[\p{Ll}' -]*\p{Ll}/gu) ?? []);
  const glue = fc.constantFrom(" ", " ", " ", ", ", "", "'", "s ", " i ", " we ", " me ", " the ", " 2 ");
  const jumble = fc.array(fc.tuple(fc.constantFrom(...words), glue), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(jumble, (pieces) => {
      expect(missedIn(pieces.flat().join(""))).toEqual([]);
    }),
    { numRuns: 3_000 },
  );
});

function missedIn(words: string): string[] {
  const sentence = asSentence({ words, start: 0 });
  return rulePatterns
    .filter((pattern) => !sentence.speaking.has(pattern) && new RegExp(pattern).test(sentence.words))
    .map(({ source }) => source);
}
