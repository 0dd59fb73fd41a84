import { asName, namesIn, nameWords, withFamilyName } from "../names.ts";
import { carers, nameField, referred } from "../words/people.ts";
import { meet, type Roster } from "./roster.ts";
import type { Scene } from "./scene.ts";

/** People in a list or a form: "- Rowan Ellery (they/them)", "Partner's name: Kim Doe", "Participants: Ana, Kim". */
export function meetLists(roster: Roster, { text, prose }: Scene): void {
  const items = [...text.matchAll(listItem)];
  const named = [...(items.length >= 2 ? items : []), ...text.matchAll(nameField)];
  for (const match of named) {
    const words = (match[1] ?? "").replaceAll("’", "'");
    const start = match.index + match[0].lastIndexOf(match[1] ?? "");
    for (const name of namesIn(words))
      meet(roster, { name, at: prose.flat.indexOf(name, start), words: name });
  }
}

/** Whom a therapist sends: "my patient Ms. Noor Haddad", "a couple, Kim Doe and Ana Roe", "Re: Noor Haddad, DOB 1990". */
export function meetReferred(roster: Roster, { prose, subject }: Scene): void {
  const { flat } = prose;
  for (const match of flat.matchAll(referred))
    for (const name of coupleIn(match.groups?.names ?? ""))
      if (!carers.test(name)) meet(roster, { name, at: match.index, words: match[0].trim() });
  if (roster.companions.length > 0) return;
  const inSubject = new RegExp(
    `(?:[Rr]eferral|[Rr]eferring|[Rr]e)\\b[^:–-]{0,20}[:–-] ?(${nameWords})\\s*$`,
    "u",
  ).exec(subject);
  const name = inSubject && asName(inSubject[1] ?? "");
  if (name) meet(roster, { name, at: -1, words: "" });
}

/** Of "Sean and Aileen Docherty", both are called Docherty. */
function coupleIn(words: string): string[] {
  const [one, other, ...more] = namesIn(words);
  return one && other && more.length === 0 ? [withFamilyName(one, other), other] : namesIn(words);
}

const listItem = new RegExp(
  `(?:^|\\n)\\s{0,4}(?:[-*•–]|\\d[.)])\\s{1,3}(?:me, )?(${nameWords})(?=[ ,(:\\n]|$)`,
  "gu",
);
