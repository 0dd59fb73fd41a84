import { localOf } from "#lib/clock/convert.ts";
import { dateWords, timeWords, zoneWords } from "#lib/clock/words.ts";
import { settings } from "#lib/config/settings.ts";
import type { Tx } from "#lib/db/transaction.ts";

/** What can stand in braces in an answer, and what it becomes. */
export const fieldWords = {
  name: "the name of who gets it",
  group: "the group that is chosen in the draft",
  first_session: "when that group begins",
  clinic: "the clinic’s name",
  link: "their own link to the form, filled in",
} as const;

type Field = keyof typeof fieldWords;

export type FieldValues = Record<Field, string | null>;

/** The words of a thread that an answer may name. Null: there is none. `{link}` stays until the letter is sent. */
export async function fieldValuesOf(
  tx: Tx,
  { threadId, name }: { threadId: string; name: string },
): Promise<FieldValues> {
  const inquiry = await tx.inquiry.findUnique({
    where: { threadId },
    select: {
      cohort: {
        select: {
          title: true,
          timeZone: true,
          sessions: { orderBy: { position: "asc" }, take: 1, select: { startsLocal: true } },
        },
      },
    },
  });
  const cohort = inquiry?.cohort;
  const first = cohort?.sessions[0] && localOf(cohort.sessions[0].startsLocal);
  return {
    name: name || null,
    group: cohort?.title ?? null,
    first_session:
      cohort && first ? `${dateWords(first)}, ${timeWords(first)}, ${zoneWords(cohort.timeZone)} time` : null,
    clinic: settings().CLINIC_NAME,
    link: inquiry ? "{link}" : null,
  };
}

export type Filled = {
  text: string;
  /** Fields that there is nothing for, here. */
  missing: string[];
  /** Words in braces that are no field. */
  unknown: string[];
};

/** Puts the words of a thread for the fields of an answer. What can't be filled in stays as it stands. */
export function fillIn(text: string, values: FieldValues): Filled {
  const missing = new Set<string>();
  const unknown = new Set<string>();
  const filled = text.replaceAll(/\{([^{}\n]{1,40})\}/g, (field, inside: string) => {
    const name = inside.trim();
    if (!isField(name)) unknown.add(field);
    else if (values[name] === null) missing.add(field);
    else return values[name];
    return field;
  });
  return { text: filled, missing: [...missing], unknown: [...unknown] };
}

function isField(name: string): name is Field {
  return Object.hasOwn(fieldWords, name);
}
