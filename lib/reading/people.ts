import type { Intent } from "../../prisma/generated/enums.ts";
import type { Mailbox } from "./mailbox.ts";
import type { ReadPerson } from "./reading.ts";
import { even, sentences } from "./scope.ts";
import {
  alone,
  and,
  both,
  counts,
  forAnother,
  mine,
  relations,
  self,
  selfToo,
  staysAway,
} from "./words/people.ts";

export type Company = {
  intent: Intent;
  sender: Mailbox;
  copies: Mailbox[];
  /** What is new, and what it passes on. */
  text: string;
  /** Everything in which a name may stand in full. */
  everywhere: string;
  isOurs: (address: string) => boolean;
};

/** Who takes a seat if the message is granted, the sender first if among them. */
export function readPeople(told: Company): ReadPerson[] {
  switch (told.intent) {
    case "enrol":
      return withNames(told, enrolling(told));
    case "change":
      return withNames(told, changing(told));
    case "referral":
      return withNames(told, referred(told));
    case "partnerReply":
      return saysNo.test(even(told.text)) ? [] : withNames(told, [senderOf(told)]);
    default:
      return [];
  }
}

/** Whoever it would be if the message asked for places: what a form begins with. */
export function readCompany(told: Company): ReadPerson[] {
  return withNames(told, enrolling(told));
}

const saysNo =
  /(?:\b(?:not going to|won't|will not|don't want|do not want|decline|rather not|no thank|not for me|i'll pass|sit this|can't|cannot)\b|ne (?:souhaite|veux|participerai)|pas participer|no quiero|no voy a|prefiero no|möchte nicht)/u;

const most = 12;

function enrolling(told: Company): ReadPerson[] {
  const text = even(told.text);
  const companions = companionsIn(told);
  const own = sentences(text).some(({ words }) => forAnother.test(words));
  if (own && !selfToo.test(text) && !both.test(text)) {
    const others = companions.length > 0 ? companions : namedAfterRelation(told);
    return others.length > 0 ? others.slice(0, most) : [unknown];
  }
  if (alone.test(text) && !companions.some(({ email }) => email)) return [senderOf(told)];
  return counted(text, [...sendersOf(told), ...companions]);
}

function changing(told: Company): ReadPerson[] {
  const text = even(told.text);
  if (/\b(?:one seat|just me|only me|on my own|without (?:him|her|them)|still coming)\b/u.test(text))
    return [senderOf(told)];
  const people = counted(text, [...sendersOf(told), ...companionsIn(told)]);
  const adds = /(?<!\p{L})(?:add|adding|ajouter|añadir|agregar|sumar)(?!\p{L})/u.test(text);
  if (adds && people.length === 1)
    people.push(
      namedAfterRelation(told)[0] ?? {
        name: null,
        email: told.text.match(address)?.[0]?.toLowerCase() ?? null,
      },
    );
  return people;
}

/** As many as are counted: those without a name stand without one. */
function counted(text: string, people: ReadPerson[]): ReadPerson[] {
  const said = counts.filter(({ pattern }) => pattern.test(text)).map(({ count }) => count);
  const least = Math.max(both.test(text) ? 2 : 1, ...(said.length > 0 ? [Math.max(...said)] : []));
  while (people.length < least) people.push(unknown);
  return people.slice(0, most);
}

const unknown: ReadPerson = { name: null, email: null };

/** "Gia and Bruno Marchetti": a mailbox that two share. */
function sendersOf(told: Company): ReadPerson[] {
  const shared =
    /^(\p{Lu}[\p{L}'’-]+) (?:and|&|et|y|und) (\p{Lu}[\p{L}'’-]+)(?: (\p{Lu}[\p{L} '’-]+))?$/u.exec(
      told.sender.name,
    );
  if (!shared) return [senderOf(told)];
  const [, one, two, last] = shared;
  return [one, two].map((first) => ({
    name: [first, last].filter(Boolean).join(" "),
    email: told.sender.email,
  }));
}

function senderOf({ sender }: Company): ReadPerson {
  return { name: sender.name || null, email: sender.email };
}

const name = "\\p{Lu}[\\p{L}'’-]+(?: (?:de |van |von |del |la |da )?\\p{Lu}[\\p{L}'’-]+){0,2}";
const coupled = new RegExp(
  `(?<!\\p{L})(?:(?:${mine}|My|Our|Mon|Ma|Mi|Mein|Meine|Meu|Minha) (?:\\p{L}+[ -]){0,2}?(?:${relations})(?:,? \\(?(${name})\\)?(?: \\([^)]{0,60}\\))?,?)? (?:${and}) (?:${self}|I)|(?:[Ii]|[Mm]e|[Mm]yself|[Mm]oi|[Yy]o|[Ii]ch) (?:${and}) (?:${mine}) (?:\\p{L}+[ -]){0,2}?(?:${relations})(?:,? \\(?(${name}))?)(?!\\p{L})`,
  "gu",
);
const listed = new RegExp(
  `((?:${name}(?: \\([^)]{0,60}\\))?, ){0,4}${name}(?: \\([^)]{0,60}\\))?),? (?:${and}) (?:I|me|myself|moi|yo|ich|eu)(?![\\p{L}'’])`,
  "gu",
);
const related = new RegExp(
  `(?<!\\p{L})(?:${mine}|My|Our|Mon|Ma|Mi|Mein|Meine|Meu|Minha) (?:\\p{L}+[ -]){0,2}?(?:${relations}),? \\(?((?:${name})(?:,? (?:${and}) ${name}|, ${name},? (?:${and}) ${name})?)`,
  "gu",
);
/** "His name is …": in letters of any script. */
const calledNames =
  /(?:(?:his|her|their|my \p{L}+'s) name is|(?:who is|is|he's|she's) (?:named|called)|se llama|s'appelle|heißt) ([\p{Lu}\p{Lo}][\p{L}'’-]+(?: [\p{Lu}\p{Lo}][\p{L}'’-]+){0,2})/gu;
const address = /[\p{L}\d][\p{L}\d.+_-]{0,63}@[\p{L}\d][\p{L}\d.-]{0,188}\.\p{L}{2,24}/gu;

/** Those who come with the writer: copied, with an address in the text, or named beside the writer. */
function companionsIn(told: Company): ReadPerson[] {
  const found: ReadPerson[] = [];
  const add = (person: ReadPerson) => {
    const same = found.find((other) =>
      person.email && other.email
        ? person.email === other.email
        : isSameName(person.name, other.name) || isNamed(person.name, other) || isNamed(other.name, person),
    );
    if (same) {
      same.name = longer(same.name, person.name);
      same.email ??= person.email;
    } else if (person.email !== told.sender.email && !isSameName(person.name, told.sender.name || null))
      found.push({ ...person });
  };
  for (const { name, email } of told.copies)
    if (mayCome(told, name, email)) add({ name: name || null, email });
  for (const match of told.text.matchAll(address)) {
    const email = match[0].toLowerCase();
    if (email === told.sender.email || !mayCome(told, "", email)) continue;
    add({ name: nameBefore(told.text.slice(Math.max(0, match.index - 80), match.index)), email });
  }
  let unnamed = 0;
  for (const match of told.text.slice(0, 20_000).matchAll(coupled)) {
    const who = match[1] ?? match[2];
    if (isAway(told.text, match.index)) continue;
    if (who) add({ name: who, email: null });
    else unnamed += 1;
  }
  for (const match of told.text.slice(0, 20_000).matchAll(listed)) {
    if (isAway(told.text, match.index)) continue;
    for (const who of (match[1] ?? "").replaceAll(/\([^)]{0,60}\)/g, "").split(/, ?/))
      if (isName(who.trim())) add({ name: who.trim(), email: null });
  }
  if (found.length > 0 || unnamed > 0)
    for (const person of namedAfterRelation(told)) {
      const nameless = found.filter(({ name }) => !name);
      if (nameless.length === 1 && nameless[0] && person.name) nameless[0].name = person.name;
      else add(person);
    }
  if (found.length === 0 && unnamed > 0) found.push({ ...unknown });
  const nameless = found.filter(({ name }) => !name);
  const called = [...told.text.matchAll(calledNames)].map(([, words]) => words ?? "").filter(isName);
  if (nameless.length === 1 && called.length === 1 && nameless[0]) nameless[0].name = called[0] ?? null;
  return found.slice(0, most);
}

function namedAfterRelation(told: Company): ReadPerson[] {
  return [...told.text.slice(0, 20_000).matchAll(related)]
    .filter(({ index }) => !isAway(told.text, index))
    .flatMap((match) => (match[1] ?? "").split(/,? (?:and|&|et|y|e|und) |, /u))
    .filter(isName)
    .map((name) => ({ name, email: addressOf(told, name) }));
}

function referred(told: Company): ReadPerson[] {
  const people = companionsIn(told);
  const labelled = /(?:^|\n)\W{0,3}(?:name|client|patient|nom|nombre)\s?:\s{0,3}([^\n]{3,60})/iu.exec(
    told.text,
  )?.[1];
  const looked =
    new RegExp(
      `(?:patiente?|client|cliente|paciente|refer(?:ring)?|introduce|adresser|derivar)s?,? (?:a |to you |you )?(?:(?:Ms|Mr|Mrs|Mx|Dr|M|Mme|Sra?)\\.? )?(${name})`,
      "u",
    ).exec(told.text)?.[1] ?? labelled?.trim();
  if (looked && isName(looked) && !people.some((person) => isSameName(person.name, looked))) {
    const nameless = people.find(({ name }) => !name);
    if (nameless) nameless.name = looked;
    else if (people.length === 0) people.push({ name: looked, email: addressOf(told, looked) });
  }
  const couple = /\b(?:couple|two (?:clients|patients)|both of them|deux patients|una pareja)\b/u.test(
    even(told.text),
  );
  while (people.length < (couple ? 2 : 1)) people.push({ ...unknown });
  return people;
}

/** Names in their fullest form that stands anywhere in the message. */
function withNames(told: Company, people: ReadPerson[]): ReadPerson[] {
  const full = [...told.everywhere.matchAll(new RegExp(name, "gu"))].map(([words]) => words);
  return people.map((person) => {
    const given = person.name && reordered(person.name);
    if (!given || given.includes(" ")) return { ...person, name: given };
    const fuller = full.find(
      (words) => words.split(" ").length > 1 && words.startsWith(`${given} `) && isName(words),
    );
    return { ...person, name: fuller ?? given };
  });
}

/** "Last, First" as it is said. */
function reordered(name: string): string {
  const [last, first, ...more] = name.split(/,\s?/);
  return last &&
    first &&
    more.length === 0 &&
    first.split(" ").length <= 2 &&
    !/^(?:ph|m\.?d|r\.?p|rn|msw)/iu.test(first)
    ? `${first} ${last}`
    : (last ?? name);
}

function isAway(text: string, at: number): boolean {
  const rest = even(text.slice(at, at + 160));
  const sentence = /^[^.!?\n]{0,160}/u.exec(rest)?.[0] ?? "";
  return staysAway.test(sentence) && !both.test(sentence);
}

function mayCome({ sender, isOurs }: Company, name: string, email: string): boolean {
  const office =
    /^(?:accueil|admin|billing|clinic|contact|enquiries|hello|help|info|intake|no-?reply|office|reception|referrals|secretary|support|team)[.@]/u;
  const clinician =
    /(?:\bdr\b|\bph\.?d|\bm\.?d\b|\brp\b|\bmsw\b|therap|counsel|psych|clinic|doctor|health)/iu;
  return (
    email !== sender.email &&
    !isOurs(email) &&
    !office.test(email) &&
    !clinician.test(`${name} ${email.split("@")[1]}`) &&
    !/^dr\b/iu.test(name)
  );
}

function nameBefore(words: string): string | null {
  const found = new RegExp(`(${name})(?: ?[(<,:–-]+ ?(?:\\p{Ll}+ ){0,3}| (?:at|est|is|es) | )$`, "u").exec(
    words,
  )?.[1];
  return found && isName(found) ? found : null;
}

function addressOf(told: Company, who: string): string | null {
  const first = who.split(" ")[0]?.toLowerCase() ?? "";
  const known = [
    ...told.copies.map(({ email }) => email),
    ...[...told.text.matchAll(address)].map(([email]) => email.toLowerCase()),
  ];
  return (
    known.find((email) => first.length > 2 && email !== told.sender.email && email.startsWith(first)) ?? null
  );
}

function isSameName(one: string | null, other: string | null): boolean {
  if (!one || !other) return false;
  const [a, b] = [reordered(one).toLowerCase().split(" "), reordered(other).toLowerCase().split(" ")];
  return a[0] === b[0];
}

/** Whether an address without a name begins with this name, whatever its accents. */
function isNamed(name: string | null, { name: other, email }: ReadPerson): boolean {
  const first = plainLetters(name?.split(" ")[0] ?? "");
  return first.length > 2 && !other && plainLetters(email ?? "").startsWith(first);
}

function plainLetters(words: string): string {
  return words.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

function longer(one: string | null, other: string | null): string | null {
  return (one?.length ?? 0) >= (other?.length ?? 0) ? one : other;
}

function isName(words: string): boolean {
  return !words.split(" ").some((word) => notNames.has(word.toLowerCase()));
}

/** Words with which a sentence begins, and which are nobody's name. */
const notNames = new Set(
  "a and address adresse also as at because best both but by cc contact could dear did e-mail email for from her hello hi his how however i if is it just kind let mail me mindful monday my our partner please reach saturday self-compassion sent she he so sorry sunday thanks thank that the their they this thursday to tuesday two three warm wednesday we what when wife husband with would write yes you your bonjour merci hola gracias mon ma mes mi je nous nosotros msc group friday i'm i'd i've if".split(
    " ",
  ),
);
