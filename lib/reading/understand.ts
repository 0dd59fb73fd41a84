import { readIntent } from "./intent.ts";
import type { Mailbox } from "./mailbox.ts";
import { readMentions } from "./mentions.ts";
import type { Letter } from "./new-text.ts";
import { readCompany, readPeople } from "./people.ts";
import type { Evidence, Reading, ReadPerson } from "./reading.ts";
import { even, sentences } from "./scope.ts";

export type Told = Letter & {
  subject: string;
  sender: Mailbox;
  copies: Mailbox[];
  automatic: string | null;
};

/** What a letter asks, who would come, and the words that say so. It decides nothing: a person does. */
export function understand(
  told: Told,
  isOurs: (address: string) => boolean,
): Reading & { company: ReadPerson[] } {
  const { text, subject, forwarded, quoted, below, sender } = told;
  if (told.automatic !== null)
    return {
      intent: "automatic",
      people: [],
      company: [],
      seats: 0,
      mentions: "",
      confidence: 0.95,
      evidence: [],
    };
  const whole = [text, forwarded && forwarded.text !== text ? forwarded.text : ""]
    .filter(Boolean)
    .join("\n\n");
  const { intent, sureness, evidence } = readIntent({
    sentences: [
      ...sentences(even(subject)).map((stretch) => ({ ...stretch, start: -1 })),
      ...sentences(even(whole)),
    ],
    subject: even(subject),
    quoted: even(quoted.slice(0, 20_000)),
    byClinician: /\b(?:dr|rp|ph\.?d|m\.?d|msw|psych)\b|therap|counsel|clinic|health/iu.test(
      `${sender.name} ${sender.email}`,
    ),
  });
  const everywhere = [sender.name, whole, below, forwarded?.from ?? ""].join("\n");
  const company = { ...told, intent, text: whole, everywhere, isOurs };
  const people = readPeople(company);
  const mentions = readMentions(`${subject}\n${whole}`);
  return {
    intent,
    people,
    company: readCompany(company),
    seats: people.length,
    mentions,
    confidence:
      Math.round(100 * sureness * (people.some(({ name, email }) => !name && !email) ? 0.85 : 1)) / 100,
    evidence: [
      ...evidence.filter(({ start, end }) => start >= 0 && end <= text.length),
      ...marked(text, "mentions", mentions.split(", ")),
      ...marked(
        text,
        "people",
        people.slice(1).flatMap(({ name, email }) => [name, email].filter((words) => words !== null)),
      ),
    ].map((one) => ({ ...one, words: text.slice(one.start, one.end) })),
  };
}

/** Where words stand in the text, the first time. */
function marked(text: string, finding: Evidence["finding"], all: string[]): Evidence[] {
  const lower = even(text);
  return all.flatMap((words) => {
    const start = words ? lower.indexOf(even(words)) : -1;
    return start === -1 ? [] : [{ finding, words, start, end: start + words.length }];
  });
}
