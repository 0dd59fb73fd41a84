import { Prisma } from "../../prisma/generated/client.ts";

/** The expression of the index `Message_search_idx`, of "Message" as m: it must be the same, or it is not used. */
export const searched = Prisma.sql`
  to_tsvector('simple', m."subject" || ' ' || m."name" || ' ' || m."address"::text || ' ' || m."text")`;

/**
 * What somebody typed, as PostgreSQL looks for it: words, "phrases", or, -without; the last word may be only
 * begun. One word alone is looked for as it stands too, because an address is a single word to PostgreSQL.
 */
export function searchQuery(q: string): Prisma.Sql {
  const parsed = Prisma.sql`websearch_to_tsquery('simple', ${q})::text`;
  const begun = Prisma.sql`(CASE WHEN ${parsed} LIKE '%''' THEN ${parsed} || ':*' ELSE ${parsed} END)::tsquery`;
  const single = q
    .trim()
    .replaceAll(/['"\\:&|!()<>*]/g, "")
    .toLowerCase();
  if (!single || /\s/.test(single)) return begun;
  return Prisma.sql`(${begun} || (${`'${single}':*`})::tsquery)`;
}

/** Around what was found, in what PostgreSQL returns: characters that no message keeps (`plain` in read-mail.ts). */
const [open, close] = ["\u{E000}", "\u{E001}"];

/** Where the words were found, as a piece of the text around them. */
export function foundIn(text: Prisma.Sql, query: Prisma.Sql): Prisma.Sql {
  const options = `StartSel=${open}, StopSel=${close}, MaxWords=22, MinWords=12, MaxFragments=1`;
  return Prisma.sql`ts_headline('simple', ${text}, ${query}, ${options})`;
}

export type Piece = { text: string; found: boolean };

/** Splits what `foundIn` returned into what was found and what stands around it. */
export function piecesOf(headline: string): Piece[] {
  return headline
    .split(open)
    .flatMap((part, index) => {
      const [found = "", ...after] = part.split(close);
      if (index === 0) return [{ text: part.replaceAll(close, ""), found: false }];
      return [
        { text: found, found: true },
        { text: after.join(""), found: false },
      ];
    })
    .filter(({ text }) => text !== "");
}
