import { asName, firstName, maySame, nameWords } from "../names.ts";
import { before, type Prose } from "../prose.ts";
import { carers, desks, itsOwner, officeLead } from "../words/people.ts";
import { isWriter, knownAs, lastWithout, meet, meetOneOf, type Roster } from "./roster.ts";
import type { Scene } from "./scene.ts";

/** People whose address stands in the text: somebody told of already, or somebody new. */
export function meetAddressed(roster: Roster, scene: Scene): void {
  const { prose, sender, isOurs, intent } = scene;
  for (const match of prose.flat.matchAll(address).take(mostAddresses)) {
    const email = match[0].toLowerCase().replace(/[.-]+$/, "");
    if (email === sender.email || isOurs(email) || isDesk(email)) continue;
    const lead = prose.flat.slice(Math.max(0, match.index - 90), match.index);
    if (itsOwner.test(lead) || officeLead.test(lead)) continue;
    if (intent !== "referral" && isCarers(prose, match.index)) continue;
    const name = nameOnLine(scene, match.index, lead, roster);
    // "Dot (Dorothy Banks, dot@…)": one person by two names.
    const alias = asName(aliased.exec(lead)?.[1] ?? "");
    if (name && roster.writer.name && maySame(roster.writer.name, name) && !knownAs(roster, { name, email }))
      continue;
    const owner =
      (alias && knownAs(roster, { name: alias, email: null })) ||
      (name && knownAs(roster, { name, email: null })) ||
      ownerBefore(roster, name, email, match.index);
    if (!owner) meetOneOf(roster, { name, email, at: match.index, words: match[0] });
    else {
      owner.email ??= email;
      owner.comes = true;
      if (name && (!owner.name || ((alias || maySame(owner.name, name)) && name.length > owner.name.length)))
        owner.name = name;
    }
  }
}

/** An address without a name is of whom it spells, or of the one told of before; with another name it is of that one alone. */
function ownerBefore(roster: Roster, name: string | null, email: string, at: number) {
  const spelled = roster.companions.find(
    (one) => !one.email && one.name && email.startsWith(firstName(one.name) ?? " "),
  );
  const owner = spelled ?? lastWithout(roster, "email", at);
  return name && owner?.name ? undefined : owner;
}

/** Who is told of without a name may be named at the beginning of the next sentence: "… my grandad up. Albert Lockwood, 81". */
function nameInNext(roster: Roster, { prose }: Scene): void {
  const nameless = roster.companions.find(
    ({ name, at, many, comes }) => !name && at >= 0 && many === 1 && comes,
  );
  if (!nameless) return;
  const next = nextName.exec(
    prose.flat.slice(nameless.at + nameless.words.length, nameless.at + nameless.words.length + 120),
  );
  if (next?.[1] && !isWriter(roster, next[1])) nameless.name = asName(next[1]);
}

/** "His name is Noor", "she's Eleanor Rusk", "her full name is Folasade Bello" */
export function nameThem(roster: Roster, scene: Scene): void {
  const { prose } = scene;
  nameInNext(roster, scene);
  for (const match of prose.flat.matchAll(called)) {
    const name = asName(
      match.groups?.full ?? match.groups?.name ?? match.groups?.being ?? match.groups?.kin ?? "",
    );
    if (!name) continue;
    const told = roster.companions.findLast(({ at }) => at < match.index) ?? lastWithout(roster, "name");
    if (!told && match.groups?.kin) meet(roster, { name, at: match.index, words: match[0] });
    if (!told) continue;
    if (!told.name || match.groups?.full) told.name = name;
  }
}

export function isDesk(address: string): boolean {
  return desks.has(address.slice(0, address.indexOf("@")));
}

function isCarers(prose: Prose, at: number): boolean {
  const lead = before(prose, at, 60);
  return carers.test(lead.slice(-40)) && !/patient|client/u.test(lead);
}

/** Below the writer's own name, on a line of its own, stands another's. */
function nameOnLine({ text }: Scene, at: number, lead: string, { writer }: Roster): string | null {
  const name = nameBefore(lead);
  const line = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  return name && writer.name && name.startsWith(`${writer.name} `) ? (nameBefore(line) ?? name) : name;
}

function nameBefore(words: string): string | null {
  const found = close.exec(words)?.[1] ?? owned.exec(words);
  return asName(typeof found === "string" ? found : (found?.[1] ?? found?.[2] ?? ""));
}

const mostAddresses = 40;
const address = /[\p{L}\d][\p{L}\d.+_-]{0,63}@[\p{L}\d][\p{L}\d-]{0,62}(?:\.[\p{L}\d-]{1,63}){1,5}/gu;
const aliased = new RegExp(`(${nameWords})\\s?\\(${nameWords},?\\s?$`, "u");
const close = new RegExp(
  `(?:^|[^\\p{L}])(${nameWords})(?:\\s?\\([^)@]{1,40}\\))?(?:[.,;:]?\\s(?:[Ee]-?mail|[Mm]ail|[Aa]ddress|[Aa]dresse|[Cc]orreo|[Cc]ourriel)(?: address)?(?: is| es| est)?)?(?:\\s?[(<[,:;–-]{1,2}\\s?|\\s)(?:(?:(?:who|she|he|they) )?(?:can be reached |is |on |reachable |best )?(?:at|under|via|by e-?mail(?: at)?|en|à)\\s)?$`,
  "u",
);
const owned = new RegExp(
  `(?:(${nameWords})'s (?:e-?mail|address|mail)|(?:correo|courriel|adresse|e-?mail|mail) (?:de|of|for) (${nameWords}))[^.@]{0,25}$`,
  "u",
);
const nextName = /^[^.!?]{0,60}[.!?:] (\p{Lu}\p{L}+ \p{Lu}[\p{L}'-]+)(?=[,.(]| is\b)/u;
const called = new RegExp(
  `(?:(?:[Mm]y|[Oo]ur) (?:\\p{L}+ )?(?!therapist|doctor|gp|counsell?or)\\p{L}+'s (?:full )?name is (?<kin>${nameWords})|(?:[Hh](?:is|er)|[Tt]heir) (?:full|legal|proper|real|whole|official) names? (?:is|are) (?<full>${nameWords})|(?:(?:[Hh](?:is|er)|[Tt]heir) name(?: is|'s|s)|[Ss]u nombre es|(?:[Ii]l|[Ee]lle) s'appelle|[Ss]e llama|(?:[Hh]e|[Ss]he)(?:'s| is) (?:named|called)) (?<name>${nameWords})|(?:[Hh]e|[Ss]he|[Tt]hey)(?:'s| is|s|'re| are) (?<being>\\p{Lu}[\\p{L}'-]+(?: \\p{Lu}[\\p{L}'-]+){0,2})(?=[,.;)]|$))`,
  "gu",
);
