import type { InquiryPerson } from "#lib/inquiries/people.ts";

export type Mailbox = { name: string; email: string };

/**
 * Who would come, as far as a message shows it: its sender, who got a copy, and whose address stands in the
 * new text. Addresses are in lower case. A suggestion for the form to begin with, never more.
 */
export function readPeople(
  { sender, copies, text }: { sender: Mailbox; copies: Mailbox[]; text: string },
  isOurs: (address: string) => boolean,
): InquiryPerson[] {
  const people = new Map([[sender.email, sender]]);
  for (const person of [...copies, ...addressesIn(text)]) {
    if (isOurs(person.email) || isDesk(person.email)) continue;
    const known = people.get(person.email);
    people.set(person.email, known?.name ? known : person);
  }
  return [...people.values()].slice(0, mostPeople);
}

// More than any party: a long list of addresses is not one.
const mostPeople = 12;

function addressesIn(text: string): Mailbox[] {
  return [...text.matchAll(/[\p{L}\d][\p{L}\d.+_-]{0,63}@[\p{L}\d][\p{L}\d.-]{0,188}\.\p{L}{2,24}/gu)].map(
    (found) => ({
      name: nameBefore(text.slice(Math.max(0, found.index - 80), found.index)),
      email: found[0].toLowerCase(),
    }),
  );
}

/** The name just before an address, as in "my partner Noor Haddad <", "Noor (" or "Noor, "; or "". */
function nameBefore(words: string): string {
  const name =
    /(?:^|[^\p{L}])((?:\p{Lu}[\p{L}'’-]+ ){0,2}\p{Lu}[\p{L}'’-]+)(?: ?[(<,:]+ ?| )$/u.exec(words)?.[1] ?? "";
  return name.split(" ").some((word) => notNames.has(word.toLowerCase())) ? "" : name;
}

/** Words that begin a sentence or a line before an address, and are nobody's name. */
const notNames = new Set(
  "address adresse and at by cc contact copy correo courriel e-mail email her his i is mail me my our partner reach sent their to wife husband write you your".split(
    " ",
  ),
);

/** Mailboxes of an office, which doesn't take part. */
function isDesk(address: string): boolean {
  return desks.has(address.slice(0, address.indexOf("@")));
}

const desks = new Set(
  "accueil admin administration billing clinic contact enquiries hello help info intake mail no-reply noreply office postmaster reception referrals secretary support team".split(
    " ",
  ),
);
