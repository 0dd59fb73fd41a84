import { instantOf, localOf } from "#lib/clock/convert.ts";
import { dateWords, dayWords, timeWords, zoneWords } from "#lib/clock/words.ts";
import { appUrl, settings } from "#lib/config/settings.ts";
import type { Tx } from "#lib/db/transaction.ts";
import type { FieldValues } from "#lib/mail/fill-in.ts";
import { isVisible } from "#lib/materials/visible.ts";

/** What can stand in braces in a message to a group, and what it becomes. */
export const fieldWords = {
  first_name: "the first name of who reads it",
  group: "the group’s name",
  next_session: "when the group meets next",
  missed_session: "the session that you chose, and its day",
  materials: "what was shared from that session, or else from the last one",
  page: "the link to their own page",
  from: "your first name",
  clinic: "the clinic’s name",
} as const;

export type Field = keyof typeof fieldWords;

/** Those that are the same for everybody who reads a message. */
export type Common = Omit<FieldValues<Field>, "first_name" | "page">;

/** What the fields of a message become for all its readers, when it goes out at `at`. */
export async function commonFields(
  tx: Tx,
  { cohortId, sessionId, from }: { cohortId: string; sessionId: string | null; from: string },
  at: Temporal.Instant,
): Promise<Common> {
  const { title, timeZone, sessions } = await tx.cohort.findUniqueOrThrow({
    where: { id: cohortId },
    select: {
      title: true,
      timeZone: true,
      sessions: {
        where: { OR: [{ cancelledAt: null }, { id: sessionId ?? undefined }] },
        orderBy: { startsAt: "asc" },
        select: { id: true, title: true, startsLocal: true, startsAt: true, endsAt: true },
      },
    },
  });
  const next = sessions.find(({ startsAt }) => Temporal.Instant.compare(instantOf(startsAt), at) > 0);
  const past = sessions.filter(({ endsAt }) => Temporal.Instant.compare(instantOf(endsAt), at) <= 0);
  const chosen = sessions.find(({ id }) => id === sessionId);
  const shared = chosen ?? past.at(-1);
  return {
    group: title,
    next_session: next
      ? `${dateWords(localOf(next.startsLocal))}, ${timeWords(localOf(next.startsLocal))}, ${zoneWords(timeZone)} time`
      : null,
    missed_session: chosen ? `“${chosen.title}” on ${dayWords(localOf(chosen.startsLocal))}` : null,
    // A session is chosen for those who missed it, and not everything is for them.
    materials: shared ? await sharedWords(tx, shared, at, chosen !== undefined) : null,
    from: firstName(from),
    clinic: settings().CLINIC_NAME,
  };
}

/** Those of one reader. */
export function fieldsOf(common: Common, reader: { memberId: string; name: string }): FieldValues<Field> {
  return {
    ...common,
    first_name: firstName(reader.name) || null,
    page: `${appUrl()}/my/${reader.memberId}`,
  };
}

export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? "";
}

/** The titles of what participants see of a session, a line each. */
async function sharedWords(
  tx: Tx,
  session: { id: string; startsAt: Date; endsAt: Date },
  at: Temporal.Instant,
  missed: boolean,
): Promise<string | null> {
  const releases = await tx.release.findMany({
    where: { sessionId: session.id },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: 20,
    include: { material: { select: { title: true } } },
  });
  const titles = releases
    .filter((release) => isVisible(release, session, at, missed))
    .map(({ material }) => `· ${material.title}`);
  return titles.length > 0 ? titles.join("\n") : null;
}
