import { isOwnAddress } from "./own-address.ts";

/** What tells a machine's mail from a person's. Header names in lower case; a name may stand several times. */
export type MachineTraits = {
  headers: { name: string; value: string }[];
  sender: string;
  /** Calendar parts, as text. */
  calendars: string[];
  subject: string;
  text: string;
};

/** Why this message gets no answer, in words for staff; null when a person wrote it. */
export function whyAutomatic({ headers, sender, calendars, subject, text }: MachineTraits): string | null {
  const sign = signs.find(({ name, says }) =>
    headers.some((header) => header.name === name && says.test(header.value)),
  );
  if (sign) return sign.why;
  if (/^(mailer-daemon|postmaster)@/i.test(sender)) return "A mail server wrote it.";
  if (calendars.some((text) => /^METHOD:REPLY\b/im.test(text)))
    return "It is a calendar's answer to an invitation.";
  if (awaySubject.test(subject) && awayText.test(text.slice(0, 1000))) return autoReply;
  if (calendarSubject.test(subject) && calendarText.test(text.slice(0, 1000)))
    return "It is a calendar's answer to an invitation.";
  if (bounceSubject.test(subject) && bounceText.test(text.slice(0, 2000)))
    return "It reports on the delivery of a message.";
  if (isOwnAddress(sender)) return "It came from our own address.";
  return null;
}

// One alone may be a person's joke or a subject kept from another's answer: both together are a machine's.
const awaySubject =
  /^(?:re: ?)?(?:auto(?:matic|matische)?[- ]?(?:reply|response|antwort)|out of (?:the )?office|away\b|absence\b|réponse automatique|absent|respuesta automática|fuera de|abwesenheit|resposta automática|ausente|vacation|autosvar|automatisch|auto[- ]?svar|thank you for (?:contacting|your))/iu;
const awayText =
  /\b(?:out of (?:the )?office|(?:am|will be|is) (?:currently )?(?:away|on (?:leave|vacation|holiday)|absent)|limited access to|automat(?:ed|ic) (?:reply|response|message)|\bon (?:\p{L}+ )?(?:leave|vacation|holidays?)\b|not (?:checking|monitoring|reading) (?:this|my)|(?:will|shall) (?:reply|respond|answer|get back)|absente? (?:du|jusqu|de)|de retour|fuera de (?:la )?oficina|ausente|nicht im büro|abwesend|do not reply|has been received)/iu;
const calendarSubject =
  /^(?:accepted|declined|tentative(?:ly accepted)?|canceled event|cancelled event|accepté|refusé|aceptado|aceptada|rechazado|rechazada|zugesagt|abgesagt) ?:/iu;
const calendarText =
  /\b(?:has (?:tentatively )?(?:accepted|declined|replied) (?:this|your|the|"?maybe"? to this) (?:invitation|meeting|event)|this event has been cancel+ed|a (?:accepté|refusé) (?:cette|votre) invitation|ha (?:aceptado|rechazado) (?:esta|su|la) invitación|hat (?:diese|ihre) einladung)/iu;
const bounceSubject =
  /^(?:undeliver(?:ed|able)|delivery (?:status|failure|has failed)|mail delivery|returned mail|failure notice|non[- ]?remis|unzustellbar|delivery incomplete|message (?:not delivered|blocked))/iu;
const bounceText =
  /(?:could not be delivered|couldn't be delivered|wasn't delivered|undeliverable|delivery (?:to the following|has) failed|failed permanently|permanent error|user unknown|550[ -]|address rejected|mailbox (?:full|unavailable))/iu;

const newsletter = "It went to a mailing list.";
const autoReply = "It is an automatic reply.";

const signs: { name: string; says: RegExp; why: string }[] = [
  { name: "content-type", says: /^multipart\/report\b/i, why: "It reports on the delivery of a message." },
  { name: "auto-submitted", says: /^(?!no\b)\S/i, why: autoReply },
  { name: "x-autoreply", says: /^(?!no\b)\S/i, why: autoReply },
  { name: "x-autorespond", says: /^(?!no\b)/i, why: autoReply },
  { name: "list-id", says: /\S/, why: newsletter },
  { name: "list-unsubscribe", says: /\S/, why: newsletter },
  { name: "precedence", says: /^(bulk|list|junk|auto_reply)\b/i, why: "It was sent in bulk." },
  { name: "x-auto-response-suppress", says: /^(?!none\b)\S/i, why: "It asks for no automatic answer." },
  {
    name: "content-type",
    says: /^text\/calendar\b.*\bmethod="?reply\b/i,
    why: "It is a calendar's answer to an invitation.",
  },
  { name: "return-path", says: /^<\s*>$/, why: "It names nobody to answer." },
];
