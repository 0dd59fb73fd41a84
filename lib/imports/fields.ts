import { readDate } from "./dates.ts";

/** What a column of a list can be. "none" is not brought over. */
export const fields = [
  "name",
  "familyName",
  "email",
  "partner",
  "partnerEmail",
  "since",
  "people",
  "none",
] as const;

export type Field = (typeof fields)[number];

/** A heading as it is compared: without case, accents and signs. "E-Mail (2)" is "e mail 2". */
function plain(heading: string): string {
  return heading
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const partner =
  /\b(partner(s|in|e)?|spouse|husband|wife|conjoint(e)?|pareja|companion|plus one|zweite[rn]?|second)\b|\b(name|person|participant|client) ?2\b|^(coming )?with$/;
const mail = /\be ?mails?\b|\bmails?\b|\bmailadressen?\b|\b(correo|courriel)\b/;

/** The first that fits is meant. */
const headings: [RegExp, Field][] = [
  [/\b(birth|birthday|dob|geburtsdatum|geburtstag|naissance|nacimiento|phone|tel|telefon|mobile)\b/, "none"],
  [/^(notes?|comments?|remarks?|notizen|bemerkungen|remarques|notas)$/, "none"],
  [new RegExp(`(?=.*(${mail.source}))(?=.*(${partner.source}|\\b(2|two)$))`), "partnerEmail"],
  [mail, "email"],
  [
    /^(last|family|sur) ?names?$|^(nachname|familienname|nom de famille|apellidos?|cognome|achternaam|efternamn)$/,
    "familyName",
  ],
  [
    /\b(people|persons|personen|personnes|personas|party size|group size|seats|places|platze|how many|headcount|anzahl)\b|^size$/,
    "people",
  ],
  [partner, "partner"],
  [
    /\b(date|datum|fecha|added|joined|signed up|sign ?up|since|seit|depuis|registered|received|requested|timestamp|horodateur|zeitstempel|eingang|angemeldet|anmeldung|inscrit|inscription)\b/,
    "since",
  ],
  [
    /\b(names?|nom|noms|prenom|nombre|nombres|nome|namn|naam|vorname|voornaam|clients?|participants?|teilnehmer)\b|^(who|wer|qui)$/,
    "name",
  ],
];

/** What a heading says that its column is, or null when it says nothing that we know. */
export function fieldOf(heading: string): Field | null {
  if (heading.length > 60 || heading.includes("@")) return null;
  const words = plain(heading);
  return headings.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

/** Fields that one column alone can be. */
const single: Field[] = ["name", "familyName", "since", "people"];

/**
 * What each column is, as far as headings and, where they say nothing, the cells below let us guess. A second
 * column of addresses is a partner's; a second of anything that is there once is left out.
 */
export function guessFields(headings: string[], rows: string[][]): Field[] {
  const guessed: Field[] = [];
  for (const heading of headings) {
    const field = fieldOf(heading) ?? "none";
    if (field === "email" && guessed.includes("email")) guessed.push("partnerEmail");
    else guessed.push(single.includes(field) && guessed.includes(field) ? "none" : field);
  }
  const untold = (index: number) => guessed[index] === "none" && fieldOf(headings[index] ?? "") === null;
  for (const [field, holds] of byContent) {
    if (guessed.includes(field)) continue;
    const found = headings.findIndex((_, index) => untold(index) && mostly(rows, index, holds));
    if (found >= 0) guessed[found] = field;
  }
  return guessed;
}

const byContent: [Field, (cell: string) => boolean][] = [
  ["email", (cell) => /\S@\S+\.\S/.test(cell)],
  ["since", (cell) => ["date", "twoWays"].includes(readDate(cell, null).kind)],
  ["name", (cell) => /^\p{Lu}[^\d@]*$/u.test(cell)],
];

function mostly(rows: string[][], index: number, holds: (cell: string) => boolean): boolean {
  const cells = rows.map((cells) => cells[index] ?? "").filter(Boolean);
  return cells.length > 0 && cells.filter(holds).length > cells.length / 2;
}
