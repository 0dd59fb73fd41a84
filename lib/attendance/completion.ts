import type { AttendanceStatus, SessionKind } from "../../prisma/generated/enums.ts";
import { counted } from "./resolve.ts";

export type Meeting = {
  kind: SessionKind;
  cancelled: boolean;
  over: boolean;
  status: AttendanceStatus | null;
};

export type Completion =
  | { state: "complete"; attended: number }
  /** So many more are needed, of so many that are still to come. */
  | { state: "can"; attended: number; needed: number; toCome: number }
  /** Only with made-up sessions now: so many are short even if they come to all that is left. */
  | { state: "cannot"; attended: number; short: number };

/**
 * Where somebody stands by the cohort's rule (by default 7 of the 9 meetings of eight sessions and the retreat;
 * made-up ones count, the orientation does not). A session that is over without a mark is still open: whoever
 * forgot to mark it takes nothing from anybody.
 */
export function completionOf(meetings: Meeting[], completeFrom: number): Completion {
  const counting = meetings.filter(({ kind, cancelled }) => kind !== "orientation" && !cancelled);
  const attended = counting.filter(({ status }) => counted.includes(status)).length;
  // Where some don't take place, nobody needs more than there are.
  const rule = Math.min(completeFrom, counting.length);
  const needed = rule - attended;
  if (needed <= 0) return { state: "complete", attended };
  const toCome = counting.filter(
    ({ over, status }) => !counted.includes(status) && (!over || status === null),
  ).length;
  if (toCome >= needed) return { state: "can", attended, needed, toCome };
  return { state: "cannot", attended, short: needed - toCome };
}
