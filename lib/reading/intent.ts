import type { Intent } from "../../prisma/generated/enums.ts";
import type { Evidence } from "./reading.ts";
import { isDenied, isSupposed, type Stretch } from "./scope.ts";
import {
  alreadyRules,
  askedForYou,
  briefAnswer,
  changeRules,
  confirmedToYou,
  enrolRules,
  notYetRules,
  partnerReplyRules,
  questionRules,
  type Rule,
  referralRules,
  referredRules,
  unrelatedRules,
  withdrawRules,
} from "./words/intents.ts";

export type Told = {
  /** Made even, subject first. */
  sentences: Stretch[];
  subject: string;
  /** What it answers, made even. */
  quoted: string;
  /** Who wrote it is a therapist or a doctor by the look of name and address. */
  byClinician: boolean;
};

/** What is asked, how sure that is, and the words that say so. */
export function readIntent(told: Told): { intent: Intent; sureness: number; evidence: Evidence[] } {
  const found = {
    enrol: weigh(told.sentences, enrolRules, true),
    notYet: weigh(told.sentences, notYetRules, false),
    question: weigh(told.sentences, questionRules, false),
    withdraw: weigh(told.sentences, withdrawRules, false),
    change: weigh(told.sentences, changeRules, false),
    already: weigh(told.sentences, alreadyRules, false),
    partnerReply: weigh(told.sentences, partnerReplyRules, false),
    referral: weigh(told.sentences, referralRules, false),
    referred: weigh(told.sentences, referredRules, false),
    unrelated: weigh(told.sentences, unrelatedRules, false),
  };
  const wasAsked = askedForYou.test(told.quoted) || askedForYou.test(told.subject);
  const { enrol, notYet, question, withdraw, change, already, partnerReply, referral, referred, unrelated } =
    found;
  const answer = (intent: Intent, score: number, rival: number, by: Weighed) => ({
    intent,
    sureness: Math.min(0.97, 0.55 + 0.07 * score - 0.05 * Math.max(0, rival)),
    evidence: by.evidence.slice(0, 4).map((words) => ({ ...words, finding: "intent" as const })),
  });
  const hasPlace =
    already.score > 0 ||
    confirmedToYou.test(told.quoted) ||
    /\byour (?:seats?|places?|registration)\b|\b(?:my|our) (?:place|seats?|registration|booking)\b/iu.test(
      told.subject,
    );
  const yesOrNo = told.sentences.some(({ words }) => briefAnswer.test(words));
  const asks = enrol.score - 0.8 * notYet.score;
  if (unrelated.score >= 3 && unrelated.score > asks - 1 && already.score === 0)
    return answer("unrelated", unrelated.score, asks, unrelated);
  if (
    wasAsked &&
    (partnerReply.score > 0 || enrol.score > 0 || withdraw.score > 0 || yesOrNo) &&
    change.score < 3
  )
    return answer("partnerReply", partnerReply.score + 3, change.score, partnerReply);
  if (partnerReply.score >= 3 && partnerReply.score >= asks && change.score < 3 && !question.heavy)
    return answer("partnerReply", partnerReply.score, enrol.score, partnerReply);
  const refers = referral.score + (told.byClinician ? 2 : 0) - referred.score;
  const isReferral = referral.score >= 2 && refers >= 2.5;
  if (
    isReferral &&
    told.byClinician &&
    referral.score >= 3 &&
    already.score === 0 &&
    (asks >= 1 || !question.heavy)
  )
    return answer("referral", refers, 0, referral);
  const changes = change.score >= 2.5 && (change.score + (hasPlace ? 1 : 0) >= 3.5 || change.score >= 3);
  if (withdraw.score >= 2 && !(change.score >= 3 && change.score + 0.5 >= withdraw.score))
    if (!(asks >= 3 && withdraw.score < 3)) return answer("withdraw", withdraw.score, change.score, withdraw);
  if (changes && (hasPlace || change.score >= asks))
    return answer("change", change.score + already.score, asks, change);
  if (isReferral && (asks >= 1 || !question.heavy)) return answer("referral", refers, 0, referral);
  if (asks >= 2) return answer("enrol", asks, notYet.score, enrol);
  if (asks >= 1 && question.score <= 1) return answer("enrol", asks - 1, question.score, enrol);
  if (question.score > 0) return answer("question", question.score, Math.max(0, asks), question);
  if (asks > 0) return answer("enrol", asks - 2, 0, enrol);
  if (notYet.score > 0) return answer("question", 0, enrol.score, notYet);
  if (unrelated.score > 0) return answer("unrelated", unrelated.score, 0, unrelated);
  return { intent: "question", sureness: 0.3, evidence: [] };
}

type Weighed = { score: number; heavy: boolean; evidence: Omit<Evidence, "finding">[] };

function weigh(sentences: Stretch[], rules: Rule[], inScope: boolean): Weighed {
  const evidence: Weighed["evidence"] = [];
  let score = 0;
  let hits = 0;
  for (const { words, start } of sentences) {
    let best = 0;
    for (const { pattern, weight } of rules) {
      const match = pattern.exec(words.slice(0, 1500));
      if (!match) continue;
      const end = match.index + match[0].length;
      if (inScope && (isDenied(words, end) || isSupposed(words, end))) continue;
      if (weight > best) evidence.push({ words: match[0], start: start + match.index, end: start + end });
      best = Math.max(best, weight);
    }
    if (best > 0) hits += 1;
    // The second sentence that says it adds less than the first.
    score += hits <= 1 ? best : Math.min(best, 1);
  }
  return { score, heavy: hits >= 3, evidence };
}
