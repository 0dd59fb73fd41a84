import { asName, capital, nameList, namesIn, nameWords, withFamilyName } from "../names.ts";
import { after, before } from "../prose.ts";
import { cameApart, groupWords, notComing } from "../words/joining.ts";
import { isWriter, knownAs, meet, type Roster } from "./roster.ts";
import type { Scene } from "./scene.ts";

/** People named together with the writer: "Noor, Kim and I", "me and Noor", "the two of us: Noor and Kim". */
export function meetPairs(roster: Roster, scene: Scene): void {
  const { flat, low } = scene.prose;
  // "Efua (efua@…) and Abla" is a list all the same.
  const bare = flat.replaceAll(/\s?\((?![^)]* (?:and|&|y|et|und) )[^)]{0,80}\)/g, "");
  const shares = (words: string, at: number, end: number) => {
    const comes = !cameApart.test(after(scene.prose, end, 60));
    for (const name of namesIn(withoutGreeted(words, low, at)))
      if (!isUntitled(low, at) || isPlaceName(low, low.indexOf(name.toLowerCase(), at))) continue;
      else if (notComing.test(afterName(low, name, end))) roster.staying.push(name);
      else meet(roster, { name, comes, at, words: flat.slice(at, end) });
  };
  for (const match of flat.matchAll(withMe))
    shares(match[1] ?? match[2] ?? "", match.index, match.index + match[0].length);
  for (const match of [...flat.matchAll(smallWithI), ...flat.matchAll(smallMeAnd)]) {
    const name = asName(capital(match.groups?.name ?? ""));
    if (name)
      meet(roster, {
        name,
        at: match.index + match[0].length - (match.groups?.pair?.length ?? 0),
        words: match.groups?.pair ?? "",
      });
  }
  for (const match of [...bare.matchAll(groupOf), ...bare.matchAll(allHere)])
    for (const name of namesIn(match[1] ?? match[2] ?? ""))
      if (notComing.test(afterName(low, name, 0))) roster.staying.push(name);
      else meet(roster, { name, at: flat.indexOf(name), words: name });
  for (const match of flat.matchAll(two)) {
    const [one, other] = [asName(match[1] ?? ""), asName(match[2] ?? "")];
    if (!one || !other || before(scene.prose, match.index).endsWith("dr. ")) continue;
    const { writer } = roster;
    if (isWriter(roster, one) && writer.name && !writer.name.includes(" "))
      writer.name = withFamilyName(writer.name, other);
    const mate = isWriter(roster, one) ? other : isWriter(roster, other) ? withFamilyName(one, other) : null;
    if (!mate) continue;
    roster.countsWriter = true;
    const nameless = roster.companions.filter((open) => !open.name && open.many === 1 && open.comes);
    if (nameless.length === 1 && nameless[0] && !knownAs(roster, { name: mate, email: null }))
      nameless[0].name = mate;
    else meet(roster, { name: mate, at: match.index, words: match[0] });
  }
}

/** Whoever is named as somebody who wants to come: "Theo would love to join", "could Theodora Hale be added". */
export function meetWishers(roster: Roster, { prose }: Scene): void {
  for (const match of prose.flat.matchAll(wisher)) {
    const name = asName(match[1] ?? match[2] ?? "");
    if (name && isUntitled(prose.low, match.index) && !/^Dr\b/u.test(match[1] ?? match[2] ?? ""))
      meet(roster, { name, at: match.index, words: match[0] });
  }
  for (const match of prose.flat.matchAll(teller)) {
    const name = asName(match[1] ?? "");
    if (name) meet(roster, { name, comes: false, at: match.index, words: match[0] });
  }
}

/** "Milo read the page to me, and we both …": who is told of first is one of those who come, where a number of them is told. */
const teller = new RegExp(
  `(?:^|[.!?,]\\s{1,2})(${nameWords}) (?:has |'s )?(?:read|said yes|talked|found|showed|keeps|persuaded|convinced|saw|discovered)\\b`,
  "gu",
);

/** "Wren & Kestrel" below the letter, "for Ana and Lior" in its subject. */
export function meetSigners(roster: Roster, { text, subject }: Scene): void {
  const typed = text.trimEnd().split("\n").at(-1)?.trim() ?? "";
  const pair = signers.exec(typed) ?? subjectPair.exec(subject);
  if (!pair || /^(?:mrs?|m|mme|sr|herr)\b/iu.test(pair[1] ?? "")) return;
  const [, one = "", other = ""] = pair;
  for (const name of [withFamilyName(asName(one) ?? "", asName(other) ?? ""), asName(other)]) {
    if (!name || isWriter(roster, name) || knownAs(roster, { name, email: null })?.comes) continue;
    const nameless = roster.companions.find((open) => !open.name && open.many === 1 && open.comes);
    if (nameless) Object.assign(nameless, { name, comes: true });
    else meet(roster, { name, at: -1, words: "" });
  }
}

function isUntitled(low: string, at: number): boolean {
  return !/\b(?:dr|doctor|my therapist)\.?\s$/u.test(low.slice(Math.max(0, at - 14), at));
}

/** Of "Hi Maribel, Carys and I", Maribel is who reads it. */
function withoutGreeted(words: string, low: string, at: number): string {
  const isGreeted =
    greeting.test(`${low.slice(Math.max(0, at - 12), at)}`) ||
    /^(?:hi|hello|hey|dear|hola|bonjour|morning)\s/iu.test(words);
  return isGreeted ? words.replace(/^[^,]{1,60}, /u, "") : words;
}

const greeting = /(?<!\p{L})(?:hi|hello|hey|dear|hola|bonjour|morning|evening|afternoon)(?: again)?\s$/u;

/** "She from Oslo and I from here": no person. */
function isPlaceName(low: string, at: number): boolean {
  return /(?<!\p{L})(?:from|in|at|à|near|en|desde|of)\s$/u.test(low.slice(Math.max(0, at - 8), at));
}

/** What is said of somebody after a list in which they stand ("… Kim can't come on Mondays"). */
function afterName(low: string, name: string, from: number): string {
  const at = low.indexOf(` ${name.toLowerCase().split(" ")[0]} `, from);
  const end = at + 1 + (name.split(" ")[0]?.length ?? 0);
  return at === -1 ? "" : (low.slice(end, end + 80).split(/[.!?,;]/)[0] ?? "");
}

const and = "(?:,? (?:and|&|et|y|und|e|plus|n') |, )";
const withMe = new RegExp(
  `(?<![\\p{L}])(${nameList}),? (?:\\([^)]{1,40}\\) )?(?:and|&|et|y|und|e) (?:I|i|me|myself|moi|(?:a |para )?m[ií]|yo|ich|eu)(?![\\p{L}'])|(?<![\\p{L}'])(?:[Mm]e|I|[Mm]yself|[Mm]oi|[Yy]o)(?: \\([^)@]{1,40}\\))?(?:,? and|,? plus| &|,| et| y) (${nameList})`,
  "gu",
);
/** Who writes "i" writes names small, too: only where a wish follows can such a word be one. */
const smallWithI =
  /(?:^|[.!?]\s{1,2}|(?:hi|hello|hey),? )(?<pair>(?<name>\p{Ll}{3,14}) (?:&|and|n) i(?= (?:want|would|wanna|both|are|were|wld|have|hope|r\b|'d)))/gu;
const smallMeAnd =
  /(?:^|[.!?,]\s{1,2}|\b(?:move|put|sign|book|add|have|switch|get|swap|for|can|could|may|please|pls) )(?<pair>(?:me|i) (?:n|and|&) (?<name>(?!(?:one|two|three|another|possibly|maybe|him|her|our|all|both|you|then|also|not|she|they)\b)\p{Ll}{3,14}))(?= (?:are|r|want|wanna|would|both|have|wld|from|to|in|on|for|down|into|up|over|please|pls|be|come|join|go|swap|switch|move|get)\b)/gu;
const groupOf = new RegExp(
  `(?:${groupWords}) ?(?:two|three|four|five|2|3|4|5)?(?:\\s?on your list)?\\s?[(:,-]{1,2}\\s?((?:${nameWords}|me|myself|I)${and}(?:${nameWords}|me|myself|I|moi|yo|yours truly)(?:${and}(?:${nameWords}|me|myself|moi|yo|yours truly)){0,5})`,
  "gu",
);
/** "Vera, Nils and Asa here", "we are Vera, Nils and Asa" */
const allHere = new RegExp(
  `(?:[Ww]e are|[Ww]e're|[Nn]ous sommes|[Ss]omos) (${nameWords}(?:${and}${nameWords}){2,4})|(?<![\\p{L}])(${nameWords}(?:${and}${nameWords}){1,4}) here(?=[!.,]|$)`,
  "gu",
);
const two = new RegExp(
  `(?<![\\p{L}])(${nameWords})(?: \\([^)]{1,40}\\))? (?:and|&|et|y|und) (${nameWords})(?! and I\\b)`,
  "gu",
);
const wisher = new RegExp(
  `(?<![\\p{L}'])(?:(${nameWords}) (?:still |also |really |now |both )?(?:would (?:also |both |really |still )?(?:like|love)|'d like|wants|(?:will|would|'ll|is going to|can) (?:take|use|have|fill) (?:over )?my (?:place|seat|spot|chair)|is (?:also |very |so )?(?:keen|eager|coming|joining|interested|happy) (?:to|on|after|with|in|as|too)\\b|is (?:in|coming)[,.!]|hopes to|wishes to|(?:has|have) (?:(?:finally|now|also|just|since|at last|kindly|even) )?(?:agreed|decided to (?:join|come|do|try|enrol|sign|take part|give)|said yes|had a change of heart|asked me to (?:write|get in touch|e-?mail|contact|sign|put|book|ask|enrol|register)|changed (?:his|her|their) mind and (?:will|wants|would)|come round|given in|caved|signed on)|said yes|says yes|agrees|wants in|is (?:on board|up for)|could(?=[,.!]| instead| and)|(?:would|will|'ll) (?:come|join|be coming|be joining)(?: too| as well| with me| along|[,.!])|would be interested)(?! (?:me|us|you)\\b)|(?:[Cc]an|[Cc]ould|[Mm]ay|[Ww]ould|[Pp]lease (?:add|enrol|register|include)) (${nameWords}) (?:have|take|get|join|come|be (?:added|enrol|registered|included|given|put)|to (?:your|the|my|our)))`,
  "gu",
);
const signers = new RegExp(`^(${nameWords})(?:,? (?:&|and|\\+|et|y|e|und) (${nameWords}))[.!]?$`, "u");
const subjectPair = new RegExp(`\\bfor (${nameWords}) and (${nameWords})`, "u");
