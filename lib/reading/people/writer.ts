import { asName, displayName, firstName, fullest, maySame, nameWords, tokensOf } from "../names.ts";
import type { ReadPerson } from "../reading.ts";
import { sharesMailbox, theyShare } from "../words/people.ts";
import { isOut } from "./others.ts";
import { meet, type Roster } from "./roster.ts";
import type { Scene } from "./scene.ts";

/** Whoever writes: by their display name, what they call themselves, or the name typed below. */
export function writerOf({ intent, text, forwardedAt, sender, below, subject }: Scene): ReadPerson {
  const own = text.slice(0, forwardedAt) || text;
  const shown = displayName(sender.name);
  const said = nameSaid(own.replaceAll("’", "'"), shown ?? sender.email);
  const typed = own.trimEnd().split("\n").at(-1)?.trim() ?? "";
  const lines = [
    said?.name,
    intent === "referral" ? null : (twoFields.exec(own)?.slice(1).join(" ") ?? nameField.exec(own)?.[1]),
    typed.length <= 40 ? typed.split(/ (?:&|and|et|y|und) /)[0] : null,
    below.trim().split("\n")[0],
    /(?:^|\s)(\p{Lu}\p{L}+ \p{Lu}[\p{L}'-]+)[.!]?$/u.exec(own.trimEnd())?.[1],
    // A subject may end in a name, written as names are.
    /(?:^|[-–:] ?)((?:\p{Lu}[\p{L}'-]+ ?){2,4})$/u.exec(subject)?.[1],
  ];
  const names = lines
    .map((words) => words && asName(words.replace(/[,!.]+$/, "")))
    .filter((name) => !!name && /^[\p{L}\s'.-]+$/u.test(name) && name.split(" ").length <= 4) as string[];
  // "This is Theodora, writing from Beau's laptop": then the display name is somebody else's.
  const other = said?.introduces ? said.name : null;
  if (shown && other && !maySame(shown, other) && names.slice(1).some((name) => maySame(name, other)))
    return { name: other, email: sender.email || null };
  const same = names.filter((name) => shown && isLike(shown, name));
  const name = shown
    ? [shown, ...same].sort((a, b) => b.length - a.length)[0]
    : names.find((words) => /^\p{Lu}|^\p{Lo}/u.test(words));
  return { name: name ?? null, email: sender.email || null };
}

/** One person's names: "Gordy" and "Gordon Tull" too. */
function isLike(shown: string, name: string): boolean {
  const [one = "", other = ""] = [firstName(shown) ?? "", firstName(name) ?? ""];
  return (
    maySame(shown, name) || one === other || (!shown.includes(" ") && one.slice(0, 4) === other.slice(0, 4))
  );
}

/** What they call themselves: written as names are, or small where it is like the name that we know. */
function nameSaid(text: string, known: string): { name: string; introduces: boolean } | null {
  for (const match of text.matchAll(introduction)) {
    const next = text.slice(match.index + match[0].length, match.index + match[0].length + 80);
    const name = asName(nextName.exec(next)?.[0] ?? "");
    const small = /^\p{Ll}{2,15} \p{Ll}{2,15}(?!\p{L})/u.exec(next)?.[0];
    const introduces = /name|it|this|here/iu.test(match[0]);
    if (name) return { name, introduces };
    if (small && tokensOf(known.replaceAll(/[@_-]/g, ".")).includes(small.split(" ")[0] ?? ""))
      return { name: small, introduces };
  }
  return null;
}

/** Two people behind one address: by its display name ("Gia and Bruno Marchetti"), or because the letter says so. */
export function shareMailbox(roster: Roster, { sender, prose }: Scene): void {
  const shown = pairShown.exec(sender.name.trim());
  if (shown) {
    const [, one = "", ones, other = "", others] = shown;
    const [first, second] = [
      [one, ones ?? others],
      [other, others],
    ].map((parts) => parts.filter(Boolean).join(" "));
    roster.writer.name = first ?? null;
    roster.companions = roster.companions.filter(
      ({ name, email, many }) =>
        many === 1 && (email ? email !== sender.email : name && !maySame(name, first ?? "")),
    );
    if (isOut(roster, second ?? "", prose)) return;
    const mate = meet(roster, { name: second ?? null, at: -1, words: "" });
    if (mate) Object.assign(mate, { email: mate.email ?? sender.email, comes: true });
  } else if (theyShare.test(prose.low)) {
    const email = theyShare.exec(prose.low)?.groups?.email?.replace(/[.]+$/, "");
    for (const mate of roster.companions)
      if (email && mate.comes && mate.name && (!mate.email || mate.email === email)) mate.email = email;
  } else if (sharesMailbox.test(prose.low)) {
    const mates = roster.companions.filter(({ comes, email }) => comes && !email);
    if (mates.length === 1 && mates[0]) mates[0].email = sender.email;
  }
}

/** Names in the fullest form that stands anywhere. */
export function fullName(name: string | null, { subject, text, below, copies }: Scene): string | null {
  return name && fullest(name, [subject, text, below, ...copies.map((copy) => copy.name)]);
}

const introduction =
  /(?<!\p{L})(?:my name is|my name's|my name,|it's|its|it is|this is|here is|i am|i'm|im|me,|me llamo|soy|somos|je m'appelle|je suis|ich bin|ich heiße|meu nome é) /giu;
const nextName = new RegExp(`^${nameWords}`, "u");
const twoFields =
  /first name ?: ?(\p{L}[^\n:@]{0,30})\n{1,2}\W{0,3}(?:last name|surname|family name) ?: ?(\p{L}[^\n:@]{0,30})/iu;
const nameField =
  /(?:^|\n)[^\S\n]{0,4}(?:your |full |my )?(?:name|nom|nombre)(?: complet| completo)? ?: ?([^\n:@(]{2,60})/iu;
const pairShown =
  /^(\p{Lu}[\p{L}'-]+)(?: (\p{Lu}[\p{L}'-]+))? (?:and|&|et|y|und|e|\+) (?!Co\b|Friends|Family|Sons|Partners|Associates)(\p{Lu}[\p{L}'-]+)(?: (\p{Lu}[\p{L} '-]+))?$/u;
