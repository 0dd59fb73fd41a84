import type { Intent } from "../../prisma/generated/enums.ts";
import type { Mailbox } from "./mailbox.ts";
import { asName, displayName, fullest, maySame, nameWords, tokensOf } from "./names.ts";
import type { Evidence, ReadPerson } from "./reading.ts";
import { even } from "./scope.ts";
import { beneficiary, joinsAfter, joinsBefore, notComing, senderStays, withAfter } from "./words/joining.ts";
import { numberOf } from "./words/numbers.ts";
import { carers, credentials, desks, notNames, practice, relation } from "./words/people.ts";

export type Scene = {
  intent: Intent;
  /** New text, then what it forwards. */
  text: string;
  /** Where the forwarded letter begins in it; its length where none does. */
  forwardedAt: number;
  forwardedFrom: Mailbox | null;
  subject: string;
  /** What stood below the typed name. */
  below: string;
  sender: Mailbox;
  copies: Mailbox[];
  /** The number of seats that the words told. */
  told: number | null;
  isOurs: (address: string) => boolean;
};

type Found = ReadPerson & { at: number; words: string; many: number };

const most = 12;

const groupList = new RegExp(
  `(?:of us|of them|we are|we're|on your list|for|seats|places|spots|registered|people|all|somos|sommes|trois|tres|deux|dos|both) ?(?:two|three|four|five|2|3|4|5)?(?:\\s?on your list)?\\s?[(:,-]{1,2}\\s?((?:${nameWords}|me|myself|I)(?:,? (?:and|&|et|y|und) |, )(?:${nameWords}|me|myself|I|moi|yo)(?:(?:,? (?:and|&|et|y|und) |, )(?:${nameWords}|me|myself|moi|yo)){0,5})`,
  "gu",
);

/** Who would come if the message is granted, the sender first if among them. */
export function readPeople(scene: Scene): { people: ReadPerson[]; evidence: Evidence[] } {
  const writer = writerOf(scene);
  const { companions, left } = companionsIn(scene, writer);
  const takesPart = senderTakesPart(scene, companions);
  const all: ReadPerson[] = [];
  if (takesPart) all.push(writer);
  for (const companion of companions)
    for (let count = 0; count < companion.many; count += 1) {
      const known = companion.name
        ? all.find((one) => one.name && maySame(one.name, companion.name ?? ""))
        : undefined;
      if (known && (!known.email || !companion.email || known.email === companion.email))
        known.email ??= companion.email;
      else all.push({ name: companion.name, email: companion.email });
    }
  const told = scene.told;
  if (told === 1 && all.length > 1 && takesPart && !companions.some(({ email }) => email)) all.splice(1);
  while (told && all.length < Math.min(told, most)) all.push({ name: null, email: null });
  const shared = sharedNames(scene);
  return {
    people: (shared && takesPart ? mergeShared(all, shared, scene.sender.email) : all)
      .filter(({ name }) => !name || !left.some((other) => maySame(other, name)))
      .slice(0, most)
      .map(({ name, email }) => ({
        name:
          name &&
          fullest(name, [scene.subject, scene.text, scene.below, ...scene.copies.map((copy) => copy.name)]),
        email,
      })),
    evidence: companions
      .filter(({ at }) => at >= 0)
      .slice(0, 12)
      .map(({ at, words }) => ({ finding: "people", words, start: at, end: at + words.length })),
  };
}

/** Whoever writes it: by what they call themselves, their display name, or the name typed below. */
function writerOf({ text, forwardedAt, sender, below, subject }: Scene): ReadPerson {
  const own = text.slice(0, forwardedAt) || text;
  const shown = displayName(sender.name);
  const said = new RegExp(
    `(?:my name is|my name's|this is|i am|i'm|im|me,|me llamo|soy|je m'appelle|je suis|ich bin|ich heiße|meu nome é) (${nameWords}|[a-z]{3,15} [a-z]{3,15})`,
    "iu",
  ).exec(own.replaceAll("’", "'"))?.[1];
  const typed = own.trimEnd().split("\n").at(-1)?.trim() ?? "";
  const candidates = [
    said,
    typed.length <= 40 ? typed : null,
    below.trim().split("\n")[0],
    // A subject may end in a name, written as names are.
    /(?:^|[-–:] ?)((?:\p{Lu}[\p{L}'-]+ ?){2,4})$/u.exec(subject)?.[1],
  ]
    .map((words) => (words ? asName(words.replace(/[,!.]+$/, "")) : null))
    .filter(
      (name) => name !== null && /^[\p{L}\s'.-]+$/u.test(name) && name.split(" ").length <= 4,
    ) as string[];
  const same = candidates.filter(
    (name) => shown && (maySame(shown, name) || tokensOf(shown)[0] === tokensOf(name)[0]),
  );
  const name = shown
    ? ([shown, ...same].sort((a, b) => b.length - a.length)[0] ?? shown)
    : candidates.find((words) => /^\p{Lu}|^[\p{Lo}]/u.test(words));
  return { name: name ?? null, email: sender.email || null };
}

function companionsIn(scene: Scene, writer: ReadPerson): { companions: Found[]; left: string[] } {
  const { text, copies, isOurs, sender, intent, subject, forwardedFrom } = scene;
  const found: Found[] = [];
  const left: string[] = [];
  const flat = text.replaceAll("\n", " ").replaceAll("’", "'");
  const stays = senderStays.test(even(text));
  const isWriter = (name: string) => writer.name !== null && tokensOf(name)[0] === tokensOf(writer.name)[0];
  const add = (person: Omit<Found, "many"> & { many?: number }) => {
    if (person.name && isWriter(person.name) && !person.email) return;
    const same =
      found.find((one) => one.email && one.email === person.email) ??
      found.find((one) => person.name && one.name && maySame(one.name, person.name));
    if (!same) found.push({ many: 1, ...person });
    else {
      same.email ??= person.email;
      if (person.name && (!same.name || person.name.length > same.name.length)) same.name = person.name;
    }
  };
  // People named by what they are to the writer.
  for (const match of flat.slice(0, 20_000).matchAll(relation)) {
    const end = match.index + match[0].length;
    const kin = match.groups?.kin ?? "";
    const after = flat.slice(end, end + 160);
    const before = flat.slice(Math.max(0, match.index - 60), match.index);
    const named =
      new RegExp(
        `^(?:\\s(?:named|called)|,|:|\\s?\\(|\\s-)?\\s?(${nameWords}(?:(?:,| and| et| y| und| e)\\s${nameWords}){0,4})`,
        "u",
      ).exec(after)?.[1] ?? "";
    const names = named
      .split(/,| and | et | y | und | e /)
      .map(asName)
      .filter((name) => name !== null);
    const rest = after
      .slice(named ? after.indexOf(named) + named.length : 0)
      .replaceAll(/\s?\([^)]{0,80}\)/g, "");
    const sentence = before.split(/[.!?]\s/).at(-1) + match[0] + after.split(/[.!?](?:\s|$)/)[0];
    const isOut =
      notComing.test(even(rest.slice(0, 110)).split(/[.!?]\s/)[0] ?? "") ||
      notComing.test(even(pronounNext(after)));
    const isRemoved =
      /\b(?:remove|take|drop|without|instead of|leave)\s$/iu.test(before) && intent === "change";
    if (isOut || isRemoved) {
      left.push(...names);
      continue;
    }
    const isTheirs = /^(?:his|her|their)\s/iu.test(match[0]);
    const joins =
      (isTheirs ? /\b(?:and|et|y|und)\s$/u.test(before) && intent === "referral" : stays) ||
      (!isTheirs && withAfter.test(even(rest))) ||
      joinsBefore.test(even(before)) ||
      joinsAfter.test(even(rest)) ||
      beneficiary.test(even(`${before}${match[0]}`)) ||
      /^\s{0,3}[-*•]\s/.test(sentence.trimStart());
    if (!joins) continue;
    const counted =
      numberOf(
        /(?:^|\s)(two|three|four|both|2|3|4)\s/iu.exec(match[0])?.[1]?.toLowerCase().replace("both", "two") ??
          "",
      ) ?? (/\bboth (?:of )?$/iu.test(before) ? 2 : 1);
    const isMany = /(?:s|children)$/.test(kin) && counted > 1;
    if (names.length > 0)
      for (const name of names.slice(0, isMany || names.length > 1 ? 6 : 1))
        add({ name, email: null, at: match.index, words: match[0] });
    else if (!found.some((one) => one.at >= 0 && one.words.toLowerCase() === match[0].toLowerCase()))
      found.push({ name: null, email: null, at: match.index, words: match[0], many: isMany ? counted : 1 });
  }
  // "Noor and I", "Noor, Kim and me", "me and Noor"
  const joined = new RegExp(
    `(?<![\\p{L}])(${nameWords}(?:, ${nameWords}){0,4}),? (?:and|&|et|y|und|e) (?:I|me|myself|moi|yo|ich|eu)(?![\\p{L}'])|(?<![\\p{L}])(?:[Mm]e|I|[Mm]yself|[Mm]oi|[Yy]o)(?: and| &|,| et| y) (${nameWords}(?:(?:,| and|,? &| et| y) ${nameWords}){0,4})`,
    "gu",
  );
  for (const match of flat.slice(0, 20_000).matchAll(joined))
    for (const part of (match[1] ?? match[2] ?? "").split(/,| and | & | et | y /)) {
      const name = asName(part.trim());
      if (name && name !== "I") add({ name, email: null, at: match.index, words: match[0] });
    }
  // "- Rowan Ellery (they/them), cc'd": a list in which the writer may stand too
  const bullets = [
    ...text
      .slice(0, 20_000)
      .matchAll(
        new RegExp(`(?:^|\\n)\\s{0,4}(?:[-*•–]|\\d[.)])\\s{1,3}(?:me, )?(${nameWords})(?=[ ,(:\\n]|$)`, "gu"),
      ),
  ];
  if (bullets.length >= 2)
    for (const match of bullets) {
      const name = asName(match[1] ?? "");
      if (name)
        add({ name, email: null, at: match.index + match[0].indexOf(match[1] ?? ""), words: match[1] ?? "" });
    }
  // "we are four (Noor, Kim, Ama and me)", "three of us, Ana, Lior and me", "the two of us: Noor and Kim"
  for (const match of flat.slice(0, 20_000).matchAll(groupList))
    for (const part of (match[1] ?? "").split(/,| and | & | et | y | und /)) {
      const name = asName(part.trim());
      if (name && !isOutByName(name, flat.slice(match.index + match[0].length)))
        add({ name, email: null, at: match.index, words: match[0] });
      else if (name) left.push(name);
    }
  // "Name: Noor Haddad", "my client Noor", "my patient Ms. Noor Haddad"
  if (intent === "referral")
    for (const match of flat.matchAll(
      new RegExp(
        `(?:(?:^|\\s)(?:[Pp]atient )?[Nn]ame ?: |(?:[Pp]atients?|[Cc]lients?|refer|referring|introduce|paciente|patiente?|cliente?)(?: is|,|:)? (?:[Mm]r\\.? |[Mm]s\\.? |[Mm]rs\\.? |[Mm]x\\.? |[Mm]me |[Mm]\\. )?)(${nameWords}(?: and ${nameWords})?)`,
        "gu",
      ),
    ))
      for (const part of (match[1] ?? "").split(" and ")) {
        const name = asName(part);
        if (name && !carers.test(name)) add({ name, email: null, at: match.index, words: match[0].trim() });
      }
  // Those whose address stands in the text.
  for (const match of flat
    .slice(0, 20_000)
    .matchAll(/[\p{L}\d][\p{L}\d.+_-]{0,63}@[\p{L}\d][\p{L}\d-]{0,62}(?:\.[\p{L}\d-]{1,63}){1,5}/gu)) {
    const email = match[0].toLowerCase().replace(/[.-]+$/, "");
    if (email === sender.email || isOurs(email) || isDesk(email)) continue;
    const before = flat.slice(Math.max(0, match.index - 90), match.index);
    if (
      carers.test(
        before
          .slice(-40)
          .split(/[.!?]\s/)
          .at(-1) ?? "",
      ) &&
      !/patient|client/iu.test(before) &&
      intent !== "referral"
    )
      continue;
    if (writer.name && isWriterAddress(before)) continue;
    const name = nameBefore(before);
    const owner =
      (name && found.find((one) => one.name && maySame(one.name, name))) ||
      (name && writer.name && maySame(writer.name, name)
        ? null
        : [...found]
            .reverse()
            .find((one) => !one.email && one.many === 1 && one.at < match.index && (!name || !one.name)));
    if (owner) {
      owner.email = email;
      if (name && (!owner.name || (maySame(owner.name, name) && name.length > owner.name.length)))
        owner.name = name;
    } else add({ name, email, at: match.index, words: match[0] });
  }
  // "His name is Noor"
  const called = new RegExp(
    `(?:[Hh](?:is|er)|[Tt]heir) name(?: is|'s) (${nameWords})|(?:he|she)(?:'s| is|s) (\\p{Lu}[\\p{L}'-]+)(?=[,.])`,
    "u",
  ).exec(flat);
  const anonymous = found.find((one) => !one.name);
  if (called && anonymous) anonymous.name = asName(called[1] ?? called[2] ?? "");
  for (const copy of copies) {
    if (isOurs(copy.email) || isDesk(copy.email) || copy.email === sender.email) continue;
    const name = displayName(copy.name);
    if (
      credentials.test(` ${copy.name}`) ||
      practice.test(copy.email.split("@")[1] ?? "") ||
      isCarer(name, flat) ||
      isOutByName(name, flat)
    )
      continue;
    const owner =
      (name && found.find((one) => one.name && maySame(one.name, name))) ||
      found.find((one) => !one.name && !one.email && one.many === 1);
    if (owner) {
      owner.email ??= copy.email;
      if (name && (!owner.name || name.length > owner.name.length)) owner.name = name;
    } else found.push({ name, email: copy.email, at: -1, words: "", many: 1 });
  }
  if (
    forwardedFrom &&
    forwardedFrom.email !== sender.email &&
    !isOurs(forwardedFrom.email) &&
    (forwardedFrom.email || forwardedFrom.name)
  ) {
    const same = found.find((one) => one.name && forwardedFrom.name && maySame(one.name, forwardedFrom.name));
    const author = { name: displayName(forwardedFrom.name), email: forwardedFrom.email || null };
    if (same) Object.assign(same, author);
    else found.unshift({ ...author, at: -1, words: "", many: 1 });
    for (const one of found.filter(
      (other) =>
        other !== found[0] &&
        !other.name &&
        !other.email &&
        /daughter|son|sister|friend|brother|wife|husband|partner/iu.test(other.words),
    ))
      found.splice(found.indexOf(one), 1);
  }
  // "Wren & Kestrel" below the letter
  const typed = text.trimEnd().split("\n").at(-1)?.trim() ?? "";
  const pair =
    new RegExp(`^(${nameWords})(?:,? (?:&|and|\\+|et|y|e|und) (${nameWords}))$`, "u").exec(typed) ??
    new RegExp(`\\bfor (${nameWords}) and (${nameWords})`, "u").exec(subject);
  for (const words of [pair?.[1], pair?.[2]]) {
    const name = words && asName(words);
    if (!name || isWriter(name) || found.some((one) => one.name && maySame(one.name, name))) continue;
    const open = found.find((one) => !one.name && one.many === 1);
    if (open) open.name = name;
    else found.push({ name, email: null, at: -1, words: "", many: 1 });
  }
  const kept = found.filter((one) => !one.email || one.email !== writer.email || one.name !== writer.name);
  return {
    companions: kept.filter(
      (one) => !(one.name && isWriter(one.name) && (!one.email || one.email === writer.email)),
    ),
    left,
  };
}

/** The next sentence where it goes on about the same person ("He isn't …"). */
function pronounNext(after: string): string {
  return /[.!?,;] (?:but )?((?:he|she|they|il|elle|él|ella|er|sie)\b[^.!?]{0,100})/iu.exec(after)?.[1] ?? "";
}

function isWriterAddress(before: string): boolean {
  return /\b(?:my (?:personal |other |own |private )?(?:e-?mail|address)|reach me|contact me|write (?:to )?me|mi correo|mon (?:courriel|adresse))\b.{0,20}$/iu.test(
    before,
  );
}

function isCarer(name: string | null, text: string): boolean {
  if (!name) return false;
  return name
    .split(" ")
    .filter((token) => token.length > 2)
    .some((token) => {
      const at = text.indexOf(token);
      return (
        at !== -1 &&
        carers.test(text.slice(Math.max(0, at - 40), at + token.length + 30)) &&
        !/client|patient/iu.test(text.slice(Math.max(0, at - 25), at))
      );
    });
}

function isOutByName(name: string | null, text: string): boolean {
  const first = name?.split(" ")[0];
  if (!first || first.length < 2) return false;
  const at = text.indexOf(first);
  return at !== -1 && notComing.test(even(text.slice(at, at + 110)).split(/[.!?]\s/)[0] ?? "");
}

function nameBefore(words: string): string | null {
  const close = new RegExp(
    `(?:^|[^\\p{L}])(${nameWords})(?:\\s?[(<,:-]{1,2}\\s?|\\s)(?:(?:is |on )?(?:at|under|via|by e-?mail(?: at)?)\\s)?$`,
    "u",
  ).exec(words)?.[1];
  const owned = new RegExp(
    `(?:(${nameWords})'s (?:e-?mail|address)|(?:correo|courriel|adresse|e-?mail) (?:de|of|for) (${nameWords}))[^.@]{0,25}$`,
    "u",
  ).exec(words);
  const name = asName(close ?? owned?.[1] ?? owned?.[2] ?? "");
  return name && !notNames.has(name.toLowerCase()) ? name : null;
}

function isDesk(address: string): boolean {
  return desks.has(address.slice(0, address.indexOf("@")));
}

function senderTakesPart(scene: Scene, companions: Found[]): boolean {
  const { intent, text, forwardedAt, forwardedFrom } = scene;
  const own = even(text.slice(0, forwardedAt));
  if (intent === "referral") return false;
  if (companions.length === 0) return true;
  const isForeign = forwardedFrom !== null && forwardedFrom.email !== scene.sender.email;
  if (isForeign && own.trim() === "") {
    const first = tokensOf(displayName(scene.sender.name) ?? "")[0];
    return first !== undefined && tokensOf(text).some((word) => word.replaceAll(/[^\p{L}]/gu, "") === first);
  }
  if (senderStays.test(own)) return false;
  const together =
    withAfter.test(own) ||
    / (?:and (?:i|me|myself)|with me|both of us|the two of us|us both|we both|we'd|we would|y yo|et moi|und ich|nous|nos )\b/u.test(
      own,
    ) ||
    /\b(?:me|i|myself) (?:and|&) (?:my|our)\b/u.test(own);
  if (isForeign) return together;
  return together || !beneficiary.test(own);
}

/** "Gia and Bruno Marchetti" as one mailbox's name: two people behind one address. */
function sharedNames({ sender }: Scene): [string, string] | null {
  const match =
    /^(\p{Lu}[\p{L}'-]+)(?: (\p{Lu}[\p{L}'-]+))? (?:and|&|et|y|und|e|\+) (\p{Lu}[\p{L}'-]+)(?: (\p{Lu}[\p{L} '-]+))?$/u.exec(
      sender.name.trim(),
    );
  if (!match) return null;
  const [, one = "", ones, other = "", others] = match;
  return [[one, ones ?? others].filter(Boolean).join(" "), [other, others].filter(Boolean).join(" ")];
}

function mergeShared(people: ReadPerson[], shared: [string, string], email: string): ReadPerson[] {
  const pair = shared.map((name) => ({ name, email }));
  const rest = people
    .slice(1)
    .filter(
      ({ name, email: other }) =>
        (other && other !== email) || (name && !shared.some((one) => maySame(one, name))),
    );
  return [...pair, ...rest];
}
