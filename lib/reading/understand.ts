import { readIntent } from "./intent.ts";
import type { Mailbox } from "./mailbox.ts";
import { readMentions } from "./mentions.ts";
import type { Letter } from "./new-text.ts";
import { sceneFrom } from "./people/scene.ts";
import { readPeople } from "./people.ts";
import type { Evidence, Reading, ReadPerson } from "./reading.ts";
import { even, isDenied, sentences } from "./scope.ts";
import { readSeats } from "./seats.ts";
import { asSentence } from "./sentence.ts";
import { desks, practice, profession } from "./words/people.ts";
import { declines } from "./words/replying.ts";
import { credentials } from "./words/titles.ts";

export type Heard = Letter & {
  subject: string;
  sender: Mailbox;
  copies: Mailbox[];
  automatic: string | null;
};

// What is read closely; a longer letter has said by then what it wants.
const longest = 10_000;

/** What a thoughtful coordinator would note of a letter. */
export function understand(heard: Heard, isOurs: (address: string) => boolean): Reading {
  const nothing = { people: [], seats: 0, mentions: "" };
  if (heard.automatic) return { intent: "automatic", ...nothing, confidence: 0.97, evidence: [] };
  const passedOn = heard.forwarded && heard.forwarded.text !== heard.text ? heard.forwarded.text : "";
  const text = passedOn ? `${heard.text}\n\n${passedOn}` : heard.text;
  const bareForward = heard.forwarded !== null && !passedOn;
  const inText = sentences(even(text.slice(0, longest))).map(asSentence);
  // An answer's subject is somebody else's words.
  const subject = /^\s*(?:re|rép|aw|sv|antw|ré|r)\s?:/iu.test(heard.subject)
    ? ""
    : even(heard.subject.replace(/^(?:\s*(?:fwd?|tr|rv|wg)\s?:)+/iu, ""));
  const inSubject = subject ? [asSentence({ words: subject, start: -1000 })] : [];
  const all = [...inSubject, ...inText];
  const count = readSeats(all);
  const when = readMentions(all);
  const { intent, sureness, evidence } = readIntent({
    sentences: all,
    subject: heard.subject,
    quoted: heard.quoted,
    byClinician: isClinician(heard),
    hints: (count.seats !== null ? 1 : 0) + (when.mentions.length > 0 ? 1 : 0),
  });
  const marked = (found: Evidence[]) => inNewText(found, heard.text);
  const certain = (sure: number) => Math.round(Math.max(0.1, Math.min(0.97, sure)) * 100) / 100;
  if (intent === "question" || intent === "withdraw" || intent === "unrelated" || intent === "automatic")
    return { intent, ...nothing, confidence: certain(sureness), evidence: marked(evidence) };
  if (intent === "partnerReply") {
    const no = inText.find(({ words }) => declines.test(words));
    const comes = !no || isDenied(no.words, 0);
    const own = readPeople(
      sceneFrom({ ...sceneOf(heard, text, bareForward, null, isOurs), intent, copies: [], text: "" }),
    );
    return {
      intent,
      people: comes ? own.people.slice(0, 1) : [],
      seats: comes ? 1 : 0,
      mentions: comes ? readMentions(inText).mentions.join(", ") : "",
      confidence: certain(sureness),
      evidence: marked(evidence),
    };
  }
  // "We both think so", says a therapist with a client.
  const told = intent === "referral" && !count.isPlain ? null : count.seats;
  const who = readPeople(
    sceneFrom({ ...sceneOf(heard, text, bareForward, told, isOurs), isPlain: count.isPlain, intent }),
  );
  const seats = Math.max(1, who.people.length);
  const isOdd = told !== null && told !== seats;
  return {
    intent,
    people: who.people,
    seats,
    mentions: when.mentions.join(", "),
    confidence: certain(sureness - (isOdd ? 0.2 : 0) - (text.trim() ? 0 : 0.15)),
    evidence: marked([...evidence, ...who.evidence, ...count.evidence, ...when.evidence]),
  };
}

/** Who is behind a letter, also where nobody asks for a place yet: whom a form would begin with. */
export function companyOf(heard: Heard, isOurs: (address: string) => boolean): ReadPerson[] {
  if (heard.automatic) return [];
  return readPeople(sceneFrom({ ...sceneOf(heard, heard.text, false, null, isOurs), intent: "enrol" }))
    .people;
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
    isPlain: false,
    isOurs,
  };
}

function mailboxIn(words: string): Mailbox {
  const email = /[^\s<>[\]:;,"]{1,64}@[^\s<>[\]:;,"]{1,190}/u.exec(words)?.[0].toLowerCase() ?? "";
  return { name: words.split(/[<[]/)[0]?.replaceAll(/["*]/g, "").trim() ?? "", email };
}

/** By their title, the name of their practice, or the letters after their name below the letter. */
function isClinician({ sender: { name, email }, below, text }: Heard): boolean {
  const typed = text.trimEnd().slice(-60).split("\n").at(-1) ?? "";
  const [box = "", domain = ""] = email.split("@");
  return (
    credentials.test(` ${name}`) ||
    profession.test(below) ||
    /^\p{Lu}[^.!?]*, (?:RP|RSW|MSW|MD|PhD|LMFT|LCSW|CCFP|RCC|R\.? ?Psych)\b/u.test(typed) ||
    practice.test(domain) ||
    (desks.has(box) && practice.test(domain))
  );
}

/** Evidence as it stands in the new text: what came from elsewhere can't be marked there. */
function inNewText(found: Evidence[], text: string): Evidence[] {
  return found
    .filter(({ start, end }) => start >= 0 && end <= text.length)
    .map((one) => ({ ...one, words: text.slice(one.start, one.end) }))
    .slice(0, 30);
}
