import { asName, coupleIn, namesIn, nameWords } from "../names.ts";
import { carers, nameField, referred } from "../words/people.ts";
import { meet, meetOneOf, type Roster } from "./roster.ts";
import type { Scene } from "./scene.ts";

/** People in a list or a form: "- Rowan Ellery (they/them)", "Partner's name: Kim Doe", "Participants: Ana, Kim". */
export function meetLists(roster: Roster, { text, prose }: Scene): void {
  const items = [...text.matchAll(listItem)];
  for (const [list] of prose.flat.matchAll(semicolons))
    for (const part of list.split(/[:;]/).slice(1)) {
      const name = asName(partName.exec(part)?.[1] ?? "");
      if (name) meetOneOf(roster, { name, at: prose.flat.indexOf(name), words: name });
    }
  const named = [...(items.length >= 2 ? items : []), ...text.matchAll(nameField)];
  for (const match of named) {
    const words = (match[1] ?? "").replaceAll("’", "'");
    const start = match.index + match[0].lastIndexOf(match[1] ?? "");
    for (const name of namesIn(words))
      meetOneOf(roster, { name, at: prose.flat.indexOf(name, start), words: name });
  }
}

/** Whom a therapist sends: "my patient Ms. Noor Haddad", "a couple, Kim Doe and Ana Roe", "Re: Noor Haddad, DOB 1990". */
export function meetReferred(roster: Roster, { prose, subject }: Scene): void {
  const { flat } = prose;
  for (const match of flat.matchAll(referred))
    for (const name of coupleIn(match.groups?.names ?? ""))
      if (!carers.test(name) && !greets.test(flat.slice(0, flat.indexOf(name))))
        meet(roster, { name, at: match.index, words: match[0].trim() });
  if (roster.companions.length > 0) return;
  const inSubject = new RegExp(
    `(?:[Rr]eferral|[Rr]eferring|[Rr]e)\\b[^:–-]{0,20}[:–-] ?(${nameWords})\\s*$`,
    "u",
  ).exec(subject);
  const name = inSubject && asName(inSubject[1] ?? "");
  if (name) meet(roster, { name, at: -1, words: "" });
}

/** Before the first name of a letter: it is the reader's. */
const greets =
  /^\s*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day))(?: all| both| again)?[,\s]{1,2}$/iu;

const listItem = new RegExp(
  `(?:^|\\n)\\s{0,4}(?:[-*•–]|\\d[.)])\\s{1,3}(?:me, )?(${nameWords})(?=[ ,(:\\n]|$)`,
  "gu",
);
/** "three of us: me, Indigo; Margot Lisle, margot@…; and Bo, who hates e-mail" */
const semicolons = /:(?:[^;:!?]{2,90};){1,6} ?(?:and |& |et |y |plus )?[^;:!?]{2,60}/gu;
const partName = new RegExp(
  `^\\s?(?:(?:and|&|et|y|plus) )?(?:me, |myself, )?(${nameWords})(?=[ ,(.]|$)`,
  "u",
);
