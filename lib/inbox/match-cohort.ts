import { dateOf } from "#lib/clock/convert.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { wishesIn } from "./wishes-in.ts";

// More groups than these are not open at once.
const most = 50;

export type OpenCohort = Awaited<ReturnType<typeof openCohorts>>[number];

/** The cohorts that can be joined, with when they meet. */
export function openCohorts(tx: Tx, at: Temporal.Instant) {
  return tx.cohort.findMany({
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
}

/** The one of the open cohorts that fits the words for a group or time, or null: none fits, or several do. */
export function matchCohort(mentions: string, cohorts: OpenCohort[]): string | null {
  if (!mentions) return null;
  const fitting = cohorts.filter((cohort) => fits(mentions, cohort));
  return fitting.length === 1 ? (fitting[0]?.id ?? null) : null;
}

function fits(mentions: string, { sessions, ...cohort }: OpenCohort): boolean {
  const weekly = sessions.filter(({ kind }) => kind === "weekly");
  const starts = (weekly.length > 0 ? weekly : sessions).map(({ startsLocal }) => startsLocal);
  const wishes = mentions.split(", ").map((words) => wishesIn(words, { ...cohort, starts }));
  return wishes.some((wish) => wish === "fits");
}
