import type { AttendanceStatus, MadeUpBy, MarkKind } from "../../prisma/generated/enums.ts";

/** One mark, as it was tapped. `at` is in milliseconds by our clock; `id` was made where the tap was made. */
export type Tap = {
  id: string;
  kind: MarkKind;
  status: AttendanceStatus | null;
  madeUpBy: MadeUpBy | null;
  /** The session of another cohort in which it was made up. */
  madeUpInId: string | null;
  online: boolean | null;
  note: string;
  at: number;
};

/** The marks by which somebody came, or made up for it. */
export const counted: (AttendanceStatus | null)[] = ["present", "late", "leftEarly", "madeUp"];

/**
 * What the marks of one person at one session come to. It hangs on the set of taps alone: on when each was made,
 * never on when it arrived, so that two phones that were without a line come to the same in either order. Of each
 * kind the newest counts (of two at the same instant the one with the greater id). "Everyone is here" gives way to
 * whatever somebody said of this person, earlier or later; what was made up elsewhere counts where they did not come.
 * The database does the same: keep_attendance().
 */
export function resolve<T extends Tap>(taps: T[]) {
  const newest = (kind: MarkKind) =>
    taps
      .filter((tap) => tap.kind === kind)
      .toSorted(byTime)
      .at(-1) ?? null;
  const one = newest("status");
  const said = one?.status
    ? one
    : ([one, newest("everyone")]
        .filter((tap) => tap !== null)
        .toSorted(byTime)
        .at(-1) ?? null);
  const elsewhere = newest("elsewhere");
  const counts = elsewhere?.status && !(said && counted.includes(said.status)) ? elsewhere : said;
  return {
    status: counts?.status ?? null,
    madeUpBy: counts?.madeUpBy ?? null,
    madeUpInId: counts?.madeUpInId ?? null,
    online: newest("way")?.online ?? null,
    note: newest("note")?.note ?? "",
    /** The tap that says the status. */
    tap: counts,
  };
}

/** The order of taps. */
export function byTime(a: Tap, b: Tap): number {
  if (a.at !== b.at) return a.at - b.at;
  return a.id < b.id ? -1 : 1;
}
