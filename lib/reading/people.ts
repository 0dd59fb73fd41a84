import { maySame } from "./names.ts";
import { meetAddressed, nameThem } from "./people/addresses.ts";
import { meetKin } from "./people/kin.ts";
import { meetLists, meetReferred } from "./people/lists.ts";
import { meetCopied, meetForwarded } from "./people/others.ts";
import { meetPairs, meetSigners, meetWishers } from "./people/pairs.ts";
import { type Companion, isWriter, type Roster } from "./people/roster.ts";
import type { Scene } from "./people/scene.ts";
import { writerTakesPart } from "./people/takes-part.ts";
import { fullName, shareMailbox, writerOf } from "./people/writer.ts";
import type { Evidence, ReadPerson } from "./reading.ts";

const most = 12;

/** Who would come if the message is granted, the sender first if among them. */
export function readPeople(scene: Scene): { people: ReadPerson[]; evidence: Evidence[] } {
  const roster: Roster = {
    writer: writerOf(scene),
    companions: [],
    staying: [],
    countsWriter: false,
    someStay: false,
  };
  meetKin(roster, scene);
  meetPairs(roster, scene);
  meetLists(roster, scene);
  if (scene.intent === "referral") meetReferred(roster, scene);
  meetWishers(roster, scene);
  nameThem(roster, scene);
  meetAddressed(roster, scene);
  meetCopied(roster, scene);
  meetForwarded(roster, scene);
  meetSigners(roster, scene);
  shareMailbox(roster, scene);
  const coming = whoComes(roster, scene);
  return {
    people: coming.slice(0, most).map(({ name, email }) => ({ name: fullName(name, scene), email })),
    evidence: roster.companions
      .filter(({ at, comes }) => at >= 0 && comes)
      .slice(0, 12)
      .map(({ at, words }) => ({ finding: "people", words, start: at, end: at + words.length })),
  };
}

/** The writer, if they come; those who the words say come; and as many more as the number of seats told. */
function whoComes(roster: Roster, scene: Scene): ReadPerson[] {
  const { writer, staying } = roster;
  // "He has enough of it for the two of us": who tells that somebody stays counts nobody by such words.
  const told = roster.someStay && !scene.isPlain ? null : scene.told;
  const others = roster.companions.filter(
    ({ name, email }) =>
      !(name && isWriter(roster, name) && (!email || email === writer.email)) &&
      !staying.some((other) => name && maySame(other, name)),
  );
  const certain = others.filter(({ comes }) => comes);
  const takesPart = writerTakesPart(scene, certain, roster.countsWriter);
  const all = [...(takesPart ? [writer] : []), ...certain.flatMap(each)];
  if (told === 1 && takesPart && !certain.some(({ email }) => email)) return all.slice(0, 1);
  for (const one of others.filter(({ comes }) => !comes).flatMap(each))
    if (told && all.length < told) all.push(one);
  // "My husband … two seats for Leonard and me": who is one too many without a name is named elsewhere.
  while (told && scene.isPlain && all.length > told) {
    const nameless = all.findIndex((one) => one !== writer && !one.name && !one.email);
    if (nameless === -1) break;
    all.splice(nameless, 1);
  }
  while (told && all.length < Math.min(told, most)) all.push({ name: null, email: null });
  return all;
}

function each({ name, email, many }: Companion): ReadPerson[] {
  return Array.from({ length: many }, () => ({ name, email }));
}
