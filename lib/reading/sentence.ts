import type { Stretch } from "./scope.ts";
import { sieve } from "./sieve.ts";
import { alreadyRules, changeRules } from "./words/changing.ts";
import { enrolRules, notYetRules, questionRules } from "./words/enrolling.ts";
import { referralRules, referredRules } from "./words/referring.ts";
import { partnerReplyRules } from "./words/replying.ts";
import { seatRules } from "./words/seats.ts";
import { timeWords } from "./words/times.ts";
import { unrelatedRules } from "./words/unrelated.ts";
import { withdrawRules } from "./words/withdrawing.ts";

/** A sentence with the rules that may say something of it: all others need not be tried. */
export type Sentence = Stretch & { speaking: ReadonlySet<RegExp> };

// Whoever goes on for longer without a full stop has said by then what they want.
const longest = 1500;

/** A sentence, cut where it goes on too long, and the rules that may speak in it. */
export function asSentence({ words: whole, start }: Stretch): Sentence {
  const words = whole.slice(0, longest);
  return { words, start, speaking: speakingIn(words) };
}

/** Every rule that is asked sentence by sentence. */
export const rulePatterns = [
  timeWords,
  ...[
    ...[enrolRules, notYetRules, questionRules, withdrawRules, changeRules, alreadyRules],
    ...[partnerReplyRules, referralRules, referredRules, unrelatedRules, seatRules],
  ].flatMap((rules) => rules.map(({ pattern }) => pattern)),
];
const speakingIn = sieve(rulePatterns);
