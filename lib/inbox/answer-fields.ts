import { localOf } from "#lib/clock/convert.ts";
import { dateWords, timeWords, zoneWords } from "#lib/clock/words.ts";
import { settings } from "#lib/config/settings.ts";
import type { Tx } from "#lib/db/transaction.ts";
import type { FieldValues } from "#lib/mail/fill-in.ts";

/** What can stand in braces in an answer, and what it becomes. */
export const fieldWords = {
  name: "the name of who gets it",
  group: "the group that is chosen in the draft",
  first_session: "when that group begins",
  clinic: "the clinic’s name",
  link: "their own link to the form, filled in",
} as const;

type Field = keyof typeof fieldWords;

/**
 * The words of a thread that an answer to one of its writers may name. Null: there is none. `{link}` stays until the letter
 * is sent. It is for the mailbox alone that the inquiry came from: a press behind it is that one's own yes, and in a
 * thread that was merged others write too (design rule 3).
 */
export async function fieldValuesOf(
  tx: Tx,
  { threadId, name, address }: { threadId: string; name: string; address: string },
): Promise<FieldValues<Field>> {
  const inquiry = await tx.inquiry.findUnique({
    where: { threadId },
    select: {
      address: true,
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
    link: inquiry?.address.toLowerCase() === address.toLowerCase() ? "{link}" : null,
  };
}
