import { capital, coupleIn, nameList, namesIn, nameWords } from "../names.ts";
import { after, before, pronounAfter } from "../prose.ts";
import {
  beneficiary,
  bookedWith,
  givesUp,
  gone,
  isReplaced,
  joinsAfter,
  joinsBefore,
  notComing,
  onlyTold,
  senderStays,
  unsure,
  wasWith,
  withAfter,
} from "../words/joining.ts";
import { numberOf } from "../words/numbers.ts";
import { relation } from "../words/people.ts";
import { meet, type Roster } from "./roster.ts";
import type { Scene } from "./scene.ts";

/** People told of by what they are to the writer: "my wife Ines", "both of my grown sons". */
export function meetKin(roster: Roster, { prose, intent }: Scene): void {
  const { flat, low } = prose;
  const writerStays = senderStays.test(low);
  let chain = { end: -1, comes: false };
  for (const match of low.matchAll(relation).take(mostMentioned)) {
    const end = match.index + match[0].length;
    const words = flat.slice(match.index, end);
    const apposed = /^[,.;)]/u.test(flat.slice(end))
      ? namedBefore.exec(flat.slice(Math.max(0, match.index - 90), match.index))
      : null;
    const named = apposed ? "" : (namedAfter.exec(flat.slice(end, end + 160))?.[1] ?? "");
    const names = named
      ? families.test(match[0])
        ? coupleIn(named)
        : namesIn(named)
      : smallNames(match[0], flat.slice(end));
    if (apposed?.[1] && names.length === 0) names.push(...namesIn(apposed[1]));
    const namedEnd = named ? end + flat.slice(end).indexOf(named) + named.length : end;
    const told = {
      lead: before(prose, match.index - (apposed ? (apposed[1]?.length ?? 0) + 2 : 0)),
      phrase: match[0],
      rest: after(prose, namedEnd),
      bare: after(prose, namedEnd).replaceAll(/\s?\([^)]{0,80}\)/g, ""),
      next: pronounAfter(prose, namedEnd),
    };
    if (isOut(told, intent, low)) {
      roster.staying.push(...names);
      roster.someStay = true;
      continue;
    }
    const isChained =
      chain.end !== -1 &&
      /^(?:\s?\([^)]{0,80}\))?,?\s(?:(?:and|&|plus|et|y|und|e)\s)?$/u.test(low.slice(chain.end, match.index));
    const comes = isChained ? chain.comes : isIn(told, intent, writerStays);
    chain = { end: namedEnd, comes };
    const many = howMany(told);
    const isOneOfMany = many > 1 || names.length > 1;
    if (names.length > 0)
      for (const name of names.slice(0, isOneOfMany ? 6 : 1))
        meet(roster, { name, comes, at: match.index, words });
    else if (!roster.companions.some((other) => other.at >= 0 && other.words.toLowerCase() === told.phrase))
      meet(roster, { comes, many, at: match.index, words });
  }
}

// "My parents, Douglas and Jean Roy": of one family, by its name.
const families =
  /(?:parents|padres|papás|sons|daughters|kids|children|brothers|sisters|siblings|neighbou?rs|grandparents|in-laws)$/iu;

// More kin than any family has.
const mostMentioned = 40;

type Told = { lead: string; phrase: string; rest: string; bare: string; next: string };

function isOut({ lead, rest, next }: Told, intent: Scene["intent"], low: string): boolean {
  const clause = rest.split(/[,;:)]\s| but | so | and i\b/u)[0] ?? "";
  return (
    notComing.test(clause) ||
    gone.test(clause) ||
    notComing.test(next) ||
    (intent === "change" && (givesUp.test(lead) || (bookedWith.test(lead) && isReplaced.test(low)))) ||
    unsure.test(lead)
  );
}

function isIn({ lead, phrase, bare, next }: Told, intent: Scene["intent"], writerStays: boolean): boolean {
  // "My husband and I would like to give our daughter a place. We are not coming."
  if (writerStays && /^\s(?:and|&) (?:i|me)\b/u.test(bare)) return false;
  const isTheirs = /^(?:his|her|their|\p{L}+'s)\s/u.test(phrase);
  if (isTheirs) return /\b(?:and|et|y|und)\s$/u.test(lead) && intent === "referral";
  if (/^\s{0,3}[-*•]\s/u.test(lead)) return true;
  return (
    withAfter.test(bare) ||
    (joinsBefore.test(lead) && !wasWith.test(lead)) ||
    joinsAfter.test(bare) ||
    joinsAfter.test(next.replace(/^\p{L}+/u, "")) ||
    beneficiary.test(lead + phrase) ||
    (writerStays && !onlyTold.test(bare))
  );
}

function howMany({ phrase: words, lead }: Told): number {
  const phrase = words.replace(/ (?:of (?:mine|ours)|from work)$/u, "");
  if (!/(?:s|children|kids)$/u.test(phrase)) return 1;
  const counted = /(?:^|\s)(two|three|four|both|2|3|4)\s/u.exec(phrase)?.[1];
  if (counted) return numberOf(counted.replace("both", "two")) ?? 1;
  return /\bboth (?:of )?$/u.test(lead) ? 2 : 1;
}

/** "my partners celine and jude", by somebody who writes all names small. */
function smallNames(phrase: string, rest: string): string[] {
  const one = /^ (\p{Ll}{2,12}) (?:and|&|n) i\b/u.exec(rest)?.[1];
  if (one && !/^(?:and|are|who|here|too)$/u.test(one)) return [capital(one)];
  const pair = /s$/u.test(phrase)
    ? /^ (\p{Ll}{3,12}) (?:and|&|n) (\p{Ll}{3,12})(?=[\s,.!?()]|$)/u.exec(rest)
    : null;
  return pair?.[1] && pair[2] && !/^(?:and|are|who|want|both|all)$/u.test(pair[1])
    ? [capital(pair[1]), capital(pair[2])]
    : [];
}

// "one for Beate Lindh, my wife, …", not "Hello Maribel, my wife …"
const namedBefore = new RegExp(
  `(?<!\\p{L})(?!hi|hello|hey|dear|hola|bonjour)\\p{Ll}{2,12} (${nameWords}),\\s$`,
  "u",
);

const namedAfter = new RegExp(
  `^(?:\\sof (?:many|some|\\p{Ll}+|\\d+) years)?(?:\\s(?:named|called)|,|:|\\s?\\(|\\s-)?\\s?(${nameList})`,
  "u",
);
