import type { Intent } from "../../prisma/generated/enums.ts";
import type { Evidence } from "./reading.ts";
import { isDenied, isSupposed } from "./scope.ts";
import type { Sentence } from "./sentence.ts";
import { alreadyRules, changeRules, confirmedToYou, placeInSubject } from "./words/changing.ts";
import { enrolRules, notYetRules, programWords, questionRules } from "./words/enrolling.ts";
import { othersPlace, othersWish, ownWish } from "./words/joining.ts";
import { referralRules, referredRules } from "./words/referring.ts";
import { askedForYou, briefAnswer, declines, invitesYou, partnerReplyRules } from "./words/replying.ts";
import type { Rule } from "./words/rule.ts";
import { unrelatedRules } from "./words/unrelated.ts";
import { withdrawRules } from "./words/withdrawing.ts";

export type Told = {
  /** Made even, subject first. */
  sentences: Sentence[];
  subject: string;
  /** What it answers, made even. */
  quoted: string;
  /** Who wrote it is a therapist or a doctor by the look of name and address. */
  byClinician: boolean;
  /** A number of seats that the words tell, or a time they wish for: nobody names either without wanting a place. */
  hints: number;
};

/** What is asked, how sure that is, and the words that say so. */
export function readIntent(told: Told): { intent: Intent; sureness: number; evidence: Evidence[] } {
  const { sentences, quoted, subject, byClinician } = told;
  const enrol = weigh(sentences, enrolRules, isOnlyThought);
  const notYet = weigh(sentences, notYetRules, isSomebodyElses);
  const question = weigh(sentences, questionRules);
  const withdraw = weigh(sentences, withdrawRules, isNotTheirs);
  const change = weigh(sentences, changeRules, isNotDone);
  const already = weigh(sentences, alreadyRules);
  const reply = weigh(sentences, partnerReplyRules);
  const referral = weigh(sentences, referralRules, isDenied);
  const referred = weigh(sentences, referredRules);
  const unrelated = weigh(sentences, unrelatedRules);
  const asks = enrol.score - 0.8 * notYet.score;
  const hasPlace = already.score > 0 || confirmedToYou.test(quoted) || placeInSubject.test(subject);

  if (unrelated.score >= 3 && unrelated.score >= asks - 1.5 && already.score === 0)
    return answer("unrelated", unrelated.score, asks, unrelated);

  // Whoever was asked for themselves answers that, unless all they do is ask something.
  const wasAsked = askedForYou.test(quoted) || askedForYou.test(subject);
  const answers = sentences.some(({ words }) => briefAnswer.test(words) || declines.test(words));
  if (
    wasAsked &&
    (change.score < 4 || sentences.some(({ words }) => declines.test(words))) &&
    (answers || reply.score + enrol.score + withdraw.score > 0 || question.score === 0)
  )
    return answer("partnerReply", reply.score + 3, change.score, reply);
  if (reply.score >= 3 && reply.score + 1 >= asks && change.score < 4 && !question.isMost)
    return answer("partnerReply", reply.score, enrol.score, reply);

  const refers = referral.score + (byClinician ? 2 : 0) - referred.score;
  // A therapist who tells only of somebody else's wish sends them, whatever the words.
  const isOthersWish =
    sentences.some(({ words }) => othersWish.test(words) || (byClinician && othersPlace.test(words))) &&
    !sentences.some(({ words }) => ownWish.test(words));
  const sends = referral.score >= 2 || (byClinician && isOthersWish && notYet.score < 3);
  const isReferral =
    sends &&
    (refers >= 2.5 || isOthersWish) &&
    (asks >= 1 || isOthersWish || (!question.isMost && notYet.score < 3));
  if (isReferral && byClinician && referral.score >= 3 && already.score === 0 && notYet.score < 3)
    return answer("referral", refers, 0, referral);

  // Who leaves with nobody staying gives up; a place given up where another is kept is a change.
  const changes = change.score >= (hasPlace ? 2.5 : 4);
  const isMoreChange = change.score >= 4 && change.score + 0.5 >= withdraw.score;
  const leaves = withdraw.score >= (hasPlace || (asks < 1 && question.score === 0) ? 2 : 2.5);
  if (leaves && !isMoreChange && !(asks >= 3 && withdraw.score < 3))
    return answer("withdraw", withdraw.score, change.score, withdraw);
  if (changes && (hasPlace || change.score >= asks))
    return answer("change", change.score + already.score, asks, change);
  if (isReferral) return answer("referral", refers, 0, referral);

  // Who has a place already and asks for one changes something.
  if (
    question.score <= 1 &&
    ((confirmedToYou.test(quoted) && asks >= 2.5) || (already.score >= 3 && asks + told.hints >= 1))
  )
    return answer("change", asks, question.score, enrol);
  if (
    invitesYou.test(quoted) &&
    sentences.some(({ words }) => briefAnswer.test(words)) &&
    notYet.score === 0 &&
    question.score <= 1
  )
    return answer("enrol", asks, question.score, enrol);
  if (asks >= 2) return answer("enrol", asks, notYet.score, enrol);
  if (asks >= 1 && question.score <= 1) return answer("enrol", asks - 1, question.score, enrol);
  if (
    asks + told.hints >= 2 &&
    (asks > 0 || (question.score <= told.hints - 1 && notYet.score === 0)) &&
    !question.isMost
  )
    return answer("enrol", asks - 1, question.score, enrol);
  if (question.score > 0) return answer("question", question.score, Math.max(0, asks), question);
  if (notYet.score > 0) return answer("question", 0, enrol.score, notYet);
  if (withdraw.score > 0) return answer("withdraw", withdraw.score - 2, 0, withdraw);
  if (unrelated.score > 0) return answer("unrelated", unrelated.score, 0, unrelated);
  // Who asks to know nothing and speaks of the group writes because they would like to come.
  const isPersonal = sentences.some(({ words }) => firstPerson.test(words));
  if (
    asks + told.hints > 0 ||
    (isPersonal && sentences.some(({ words }) => programWords.test(words) || ownWish.test(words)))
  )
    return answer("enrol", asks - 2, question.score, enrol);
  // What asks nothing and is from nobody in particular is somebody's business.
  const isOwn = sentences.some(({ words }) => firstSingular.test(words));
  return { intent: isOwn ? "question" : "unrelated", sureness: 0.3, evidence: [] };
}

const firstSingular = /\b(?:i|i'm|i've|i'd|me|my|je|yo|ich)\b/u;
const firstPerson = /\b(?:i|i'm|i've|i'd|im|me|my|we|us|je|moi|nous|yo|ich|wir|eu|undersigned)\b/u;

type Weighed = { score: number; isMost: boolean; evidence: Omit<Evidence, "finding">[] };

function answer(intent: Intent, score: number, rival: number, { evidence }: Weighed) {
  return {
    intent,
    sureness: Math.min(0.97, 0.55 + 0.07 * score - 0.05 * Math.max(0, rival)),
    evidence: evidence.slice(0, 4).map((words) => ({ ...words, finding: "intent" as const })),
  };
}

/** Whether what a rule found doesn't count, by the words around it. */
type Discount = (sentence: string, start: number, end: number) => boolean;

function weigh(sentences: Sentence[], rules: Rule[], isDiscounted: Discount = () => false): Weighed {
  const evidence: Weighed["evidence"] = [];
  let score = 0;
  let hits = 0;
  for (const { words, start, speaking } of sentences) {
    let best = 0;
    for (const { pattern, weight } of rules) {
      const match = speaking.has(pattern) ? pattern.exec(words) : null;
      if (!match) continue;
      const end = match.index + match[0].length;
      if (isDiscounted(words, match.index, end)) continue;
      if (weight > best) evidence.push({ words: match[0], start: start + match.index, end: start + end });
      best = Math.max(best, weight);
    }
    if (best > 0) hits += 1;
    // The second sentence that says it adds less than the first.
    score += hits <= 1 ? best : Math.min(best, 1);
  }
  return { score, isMost: hits >= 3, evidence };
}

/** "I don't want to join", "if we join", "somebody will be glad of the seat": a place that nobody asks for. */
const isOnlyThought: Discount = (sentence, start, end) =>
  isDenied(sentence, end) ||
  isSupposed(sentence, end) ||
  /\b(?:somebody|someone|anyone)\b[^,;]{0,40}$/u.test(sentence.slice(Math.max(0, start - 60), start));

/** "My boyfriend is still thinking": whoever writes may have decided all the same. */
const isSomebodyElses: Discount = (sentence, start) =>
  /\b(?:he|she|they|(?:my|our) (?:\p{L}+ )?\p{L}+|(?:boy|girl)friend|partner)(?:'s| is| are| has| have|'ll| will)? ?(?:still |yet |not )?$/u.test(
    sentence.slice(Math.max(0, start - 40), start),
  );

/** "My partner won't be joining": whoever writes may come all the same. */
const isNotTheirs: Discount = (sentence, start, end) =>
  isNotDone(sentence, start, end) ||
  /(?<!\b(?:and|nor|neither) )\b(?:he|she|people|others|participants|anyone|anybody|someone|somebody|(?:my|our) (?:\p{L}+ )?\p{L}+)(?: \p{L}+ly)? $|\b(?:has|needs|wants|had|is going) to $/u.test(
    sentence.slice(Math.max(0, start - 40), start),
  );

/** "Please don't cancel, "what if I have to cancel": nothing is given up. */
const isNotDone: Discount = (sentence, start) =>
  /\b(?:don't|do not|won't|not|without|rather than|than|instead of|(?<!\b(?:all right|alright|okay|ok|possible|mind|fine|wondering|grateful|see|ask|know|wonder) )if|what if|in case|unless|whether)(?: \p{L}+){0,2} (?:to |having to |you |i |we )?$/u.test(
    sentence.slice(Math.max(0, start - 40), start),
  );
