import type { Evidence } from "./reading.ts";
import { even } from "./scope.ts";
import type { Sentence } from "./sentence.ts";
import { held, loneTimes, notWished, seasonAlone, timeWords, wishes, wontDo } from "./words/times.ts";

const most = 6;
const mostInSentence = 12;

/** The words for the group or time that they prefer, as written in small letters; what they can't do is left out. */
export function readMentions(sentences: Sentence[]): { mentions: string[]; evidence: Evidence[] } {
  const found: Evidence[] = [];
  for (const { words: sentence, start, speaking } of sentences) {
    if (!speaking.has(timeWords)) continue;
    for (const match of sentence.matchAll(timeWords).take(mostInSentence)) {
      const [words] = match;
      const before = sentence.slice(Math.max(0, match.index - 40), match.index);
      const after = sentence.slice(match.index + words.length, match.index + words.length + 60);
      if (notWished.test(before) && !/^this |^(?:in )?any /u.test(words) && !/\b(?:in the) $/u.test(before))
        continue;
      if (/\b(?:in|by|on|last) the $/u.test(before) && loneTimes.test(words) && !wishes.test(sentence))
        continue;
      if (
        /\b(?:last|since|good|dear|most|every|each|this) $/u.test(before) &&
        !/ (?:group|one)$/u.test(words) &&
        !/^this /u.test(words)
      )
        continue;
      if (held.test(sentence.slice(Math.max(0, match.index - 60), match.index))) continue;
      if (wontDo.test(after) || !(wishes.test(sentence) || isBrief(sentence))) continue;
      if (/^(?:good |dear )/u.test(`${before}${words}`) && loneTimes.test(words)) continue;
      found.push({
        finding: "mentions",
        words,
        start: start + match.index,
        end: start + match.index + words.length,
      });
    }
  }
  const mentions: string[] = [];
  for (const { words } of found) {
    const plain = even(words).replaceAll(/\s+/g, " ").replaceAll(",", "").trim();
    if (!mentions.some((known) => known.includes(plain))) mentions.push(plain);
  }
  return {
    mentions: mentions
      .filter((words) => !mentions.some((other) => other !== words && other.includes(words)))
      .filter((words) => !seasonAlone.test(words) || mentions.every((other) => seasonAlone.test(other)))
      .slice(0, most),
    evidence: found.slice(0, 12),
  };
}

/** "Saturday mornings.", "Preferred day: Thursday": nobody says so little of a time but to wish for it. */
function isBrief(sentence: string): boolean {
  return sentence.length < 60 && sentence.trim().split(/\s+/).length <= 7;
}
