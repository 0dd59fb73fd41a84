import { displayName, maySame } from "../names.ts";
import type { Prose } from "../prose.ts";
import { asksForMe, notComing, ownWish, withWriter } from "../words/joining.ts";
import { carers, practice } from "../words/people.ts";
import { credentials } from "../words/titles.ts";
import { isDesk } from "./addresses.ts";
import { knownAs, lastWithout, meet, type Roster } from "./roster.ts";
import type { Scene } from "./scene.ts";

/** Who got a copy comes too, unless they look after somebody or the letter says that they don't. */
export function meetCopied(roster: Roster, { copies, sender, isOurs, prose }: Scene): void {
  // "My partner, who is copied, won't take part"
  if (roster.someStay && roster.staying.length === 0 && copies.length === 1) return;
  for (const copy of copies) {
    if (isOurs(copy.email) || isDesk(copy.email) || copy.email === sender.email) continue;
    const name = displayName(copy.name);
    if (
      credentials.test(` ${copy.name}`) ||
      practice.test(copy.email.split("@")[1] ?? "") ||
      isCarer(name, prose) ||
      isOut(roster, name, prose)
    )
      continue;
    const known = knownAs(roster, { name, email: copy.email }) ?? lastWithout(roster, "name");
    if (known && (!known.email || known.email === copy.email)) {
      known.email = copy.email;
      known.comes = true;
      if (name && (!known.name || name.length > known.name.length)) known.name = name;
    } else meet(roster, { name, email: copy.email, at: -1, words: "" });
  }
}

/** Who wrote the letter that is passed on is who asks in it; "my daughter" of the letter around it is the same person. */
export function meetForwarded(roster: Roster, scene: Scene): void {
  const { forwardedFrom, forwardedAt, sender, isOurs, prose, told } = scene;
  if (!forwardedFrom || forwardedFrom.email === sender.email || isOurs(forwardedFrom.email)) return;
  // "Well, she was right. May I have a place?" above a friend's advice: the friend doesn't ask.
  const [note, passedOn] = [prose.low.slice(0, forwardedAt), prose.low.slice(forwardedAt)];
  if (asksForMe.test(note) && (told ?? 1) < 2 && !withWriter.test(note) && !ownWish.test(passedOn)) return;
  const author = { name: displayName(forwardedFrom.name), email: forwardedFrom.email || null };
  if (!author.name && !author.email) return;
  const known =
    knownAs(roster, author) ?? roster.companions.find(({ name, email, at }) => !name && !email && at >= 0);
  if (known) Object.assign(known, author, { comes: true });
  else roster.companions.unshift({ ...author, many: 1, comes: true, at: -1, words: "" });
}

function isCarer(name: string | null, { flat }: Prose): boolean {
  return (name ?? "")
    .split(" ")
    .filter((token) => token.length > 2)
    .some((token) => {
      const at = flat.indexOf(token);
      if (at === -1) return false;
      const lead =
        flat
          .slice(Math.max(0, at - 40), at)
          .split(/[).!?;]| and /)
          .at(-1) ?? "";
      const rest = flat.slice(at + token.length, at + token.length + 30).split(/[).!?;]| and /)[0] ?? "";
      return carers.test(`${lead}#${rest}`) && !/client|patient/iu.test(lead);
    });
}

/** Whether the letter says of somebody that they don't come. */
export function isOut({ staying }: Roster, name: string | null, { low }: Prose): boolean {
  const first = name?.split(" ")[0]?.toLowerCase();
  if (!name || !first || first.length < 2) return false;
  if (staying.some((other) => maySame(other, name))) return true;
  const at = low.indexOf(first);
  return at !== -1 && notComing.test(low.slice(at, at + 110).split(/[.!?,]\s/)[0] ?? "");
}
