import type { Evidence } from "./reading.ts";
import { isDenied, isSupposed, type Stretch } from "./scope.ts";
import { number, numberOf } from "./words/numbers.ts";
import { seatRules } from "./words/seats.ts";

/** How many seats the words ask for, where they tell a number. */
export function readSeats(sentences: Stretch[]): { seats: number | null; evidence: Evidence[] } {
  let best: { seats: number; rank: number; evidence: Evidence } | undefined;
  for (const { words, start } of sentences) {
    for (const { pattern, says, rank } of seatRules) {
      for (const match of words.slice(0, 1500).matchAll(pattern)) {
        const seats = says ?? numberOf(match.groups?.n ?? "");
        if (!seats || (best && best.rank >= rank)) continue;
        if (isDenied(words, match.index) || (rank < 5 && isSupposed(words, match.index))) continue;
        const [found] = match;
        best = {
          seats,
          rank,
          evidence: {
            finding: "seats",
            words: found,
            start: start + match.index,
            end: start + match.index + found.length,
          },
        };
      }
    }
  }
  return { seats: best?.seats ?? null, evidence: best ? [best.evidence] : [] };
}

export { number };
