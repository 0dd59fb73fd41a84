import type { Evidence } from "./reading.ts";
import { isDenied, isSupposed } from "./scope.ts";
import type { Sentence } from "./sentence.ts";
import { numberOf } from "./words/numbers.ts";
import { seatRules } from "./words/seats.ts";

/** How many seats the words ask for, where they tell a number. */
export function readSeats(sentences: Sentence[]): {
  seats: number | null;
  /** Whether they say seats or people, not only "both". */
  isPlain: boolean;
  evidence: Evidence[];
} {
  let best: { seats: number; rank: number; evidence: Evidence } | undefined;
  for (const { words, start, speaking } of sentences) {
    for (const { pattern, says, rank } of seatRules) {
      if (!speaking.has(pattern)) continue;
      for (const match of words.matchAll(pattern)) {
        const seats = says ?? numberOf(numberIn(match));
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
  return {
    seats: best?.seats ?? null,
    isPlain: (best?.rank ?? 0) >= 6,
    evidence: best ? [best.evidence] : [],
  };
}

/** A rule has a name for each place where its number may stand. */
function numberIn({ groups = {} }: RegExpExecArray): string {
  return Object.values(groups).find((word) => word !== undefined) ?? "";
}
