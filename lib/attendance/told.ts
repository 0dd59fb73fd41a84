import type { AttendanceStatus } from "../../prisma/generated/enums.ts";
import type { KnownTap } from "./queries.ts";
import { byTime, resolve } from "./resolve.ts";

/** What somebody should know of a colleague's mark on the same person. Without a name it is the person's own word. */
export type Told = { name: string | null; at: number } & (
  | { kind: "theirs" }
  | { kind: "replaced mine" | "gave way to mine"; was: AttendanceStatus; is: AttendanceStatus | null }
);

/**
 * Nobody's mark is replaced unseen: who replaced mine and by what, or whose mine replaced. Null when nobody else
 * has marked this person.
 */
export function toldOf(taps: KnownTap[], me: string): Told | null {
  const said = taps.filter(({ kind }) => kind !== "way" && kind !== "note").toSorted(byTime);
  const { status, tap: counts } = resolve(said);
  if (!counts) return null;
  if (counts.byId !== me) {
    const { byName: name, at } = counts;
    const mine = said.findLast(({ byId }) => byId === me);
    return mine?.status && mine.status !== status
      ? { kind: "replaced mine", name, at, was: mine.status, is: status }
      : { kind: "theirs", name, at };
  }
  const theirs = said.findLast(({ byId }) => byId !== me);
  return theirs?.status && theirs.status !== status
    ? { kind: "gave way to mine", name: theirs.byName, at: theirs.at, was: theirs.status, is: status }
    : null;
}
