import { readIntent } from "./intent.ts";
import type { Mailbox } from "./mailbox.ts";
import { readMentions } from "./mentions.ts";
import type { Letter } from "./new-text.ts";
import { readPeople } from "./people.ts";
import type { Evidence, Reading, ReadPerson } from "./reading.ts";
import { even, isDenied, type Stretch, sentences } from "./scope.ts";
import { readSeats } from "./seats.ts";
import { declines } from "./words/declining.ts";
import { credentials, desks, practice } from "./words/people.ts";

export type Heard = Letter & {
  subject: string;
  sender: Mailbox;
  copies: Mailbox[];
  automatic: string | null;
};

// What is read closely; a longer letter has said by then what it wants.
const longest = 20_000;

/** What a thoughtful coordinator would note of a letter. */
export function understand(heard: Heard, isOurs: (address: string) => boolean): Reading {
  const nothing = { people: [], seats: 0, mentions: "" };
  if (heard.automatic) return { intent: "automatic", ...nothing, confidence: 0.97, evidence: [] };
  const passedOn = heard.forwarded && heard.forwarded.text !== heard.text ? heard.forwarded.text : "";
  const text = passedOn ? `${heard.text}\n\n${passedOn}` : heard.text;
  const bareForward = heard.forwarded !== null && !passedOn;
  const inText = sentences(even(text.slice(0, longest)));
  // An answer's subject is somebody else's words.
  const subject = /^\s*(?:re|rép|aw|sv|antw|ré|r)\s?:/iu.test(heard.subject)
    ? ""
    : even(heard.subject.replace(/^(?:\s*(?:fwd?|tr|rv|wg)\s?:)+/iu, ""));
  const inSubject: Stretch[] = subject ? [{ words: subject, start: -1000 }] : [];
  const all = [...inSubject, ...inText];
  const { intent, sureness, evidence } = readIntent({
    sentences: all,
    subject: heard.subject,
    quoted: heard.quoted,
    byClinician: isClinician(heard.sender),
  });
  const marked = (found: Evidence[]) => inNewText(found, heard.text);
  const certain = (sure: number) => Math.round(Math.max(0.1, Math.min(0.97, sure)) * 100) / 100;
  if (intent === "question" || intent === "withdraw" || intent === "unrelated" || intent === "automatic")
    return { intent, ...nothing, confidence: certain(sureness), evidence: marked(evidence) };
  if (intent === "partnerReply") {
    const no = inText.find(({ words }) => declines.test(words));
    const comes = !no || isDenied(no.words, 0);
    const own = readPeople({
      ...sceneOf(heard, text, bareForward, null, isOurs),
      intent,
      copies: [],
      text: "",
    });
    return {
      intent,
      people: comes ? own.people.slice(0, 1) : [],
      seats: comes ? 1 : 0,
      mentions: comes ? readMentions(inText).mentions.join(", ") : "",
      confidence: certain(sureness),
      evidence: marked(evidence),
    };
  }
  const count = readSeats(all);
  const who = readPeople({ ...sceneOf(heard, text, bareForward, count.seats, isOurs), intent });
  const when = readMentions(all);
  const seats = Math.max(1, who.people.length);
  const isOdd = count.seats !== null && count.seats !== seats;
  return {
    intent,
    people: who.people,
    seats: count.seats !== null && isOdd && count.seats > seats ? count.seats : seats,
    mentions: when.mentions.join(", "),
    confidence: certain(sureness - (isOdd ? 0.2 : 0) - (text.trim() ? 0 : 0.15)),
    evidence: marked([...evidence, ...who.evidence, ...count.evidence, ...when.evidence]),
  };
}

/** Who is behind a letter, also where nobody asks for a place yet: whom a form would begin with. */
export function companyOf(heard: Heard, isOurs: (address: string) => boolean): ReadPerson[] {
  if (heard.automatic) return [];
  const scene = sceneOf(heard, heard.text, false, null, isOurs);
  return readPeople({ ...scene, intent: "enrol" }).people;
}

function sceneOf(
  heard: Heard,
  text: string,
  bareForward: boolean,
  told: number | null,
  isOurs: (address: string) => boolean,
) {
  return {
    text: text.slice(0, longest),
    forwardedAt: bareForward ? 0 : Math.min(heard.text.length, longest),
    forwardedFrom: heard.forwarded ? mailboxIn(heard.forwarded.from) : null,
    subject: heard.subject,
    below: heard.below,
    sender: heard.sender,
    copies: heard.copies,
    told,
    isOurs,
  };
}

function mailboxIn(words: string): Mailbox {
  const email = /[^\s<>[\]:;,"]{1,64}@[^\s<>[\]:;,"]{1,190}/u.exec(words)?.[0].toLowerCase() ?? "";
  return { name: words.split(/[<[]/)[0]?.replaceAll(/["*]/g, "").trim() ?? "", email };
}

function isClinician({ name, email }: Mailbox): boolean {
  const [box = "", domain = ""] = email.split("@");
  return credentials.test(` ${name}`) || practice.test(domain) || (desks.has(box) && practice.test(domain));
}

/** Evidence as it stands in the new text: what came from elsewhere can't be marked there. */
function inNewText(found: Evidence[], text: string): Evidence[] {
  return found
    .filter(({ start, end }) => start >= 0 && end <= text.length)
    .map((one) => ({ ...one, words: text.slice(one.start, one.end) }))
    .slice(0, 30);
}
