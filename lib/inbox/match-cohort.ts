import { dateOf } from "#lib/clock/convert.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { type Meeting, wishesIn } from "./wishes-in.ts";

// More groups than these are not open at once.
const most = 50;

/** The one open cohort that fits the words for a group or time, or null: none fits, or several do. */
export async function matchCohort(tx: Tx, mentions: string, at: Temporal.Instant): Promise<string | null> {
  if (!mentions) return null;
  const cohorts = await tx.cohort.findMany({
    where: {
      state: "open",
      sessions: { some: {}, none: { startsAt: { lte: dateOf(at) } } },
      OR: [{ closesAt: null }, { closesAt: { gt: dateOf(at) } }],
    },
    take: most,
    select: {
      id: true,
      title: true,
      format: true,
      sessions: { select: { startsLocal: true, kind: true }, orderBy: { startsAt: "asc" }, take: 20 },
    },
  });
  const fitting = cohorts.filter(({ title, format, sessions }) =>
    fits(mentions, { title, format, sessions }),
  );
  return fitting.length === 1 ? (fitting[0]?.id ?? null) : null;
}

function fits(
  mentions: string,
  { sessions, ...cohort }: Omit<Meeting, "starts"> & { sessions: { startsLocal: Date; kind: string }[] },
): boolean {
  const weekly = sessions.filter(({ kind }) => kind === "weekly");
  const starts = (weekly.length > 0 ? weekly : sessions).map(({ startsLocal }) => startsLocal);
  const wishes = mentions.split(", ").map((words) => wishesIn(words, { ...cohort, starts }));
  return wishes.some((wish) => wish === "fits");
}
