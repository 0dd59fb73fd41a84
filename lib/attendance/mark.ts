import type { Staff } from "#lib/audit/actor.ts";
import { now } from "#lib/clock/now.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import type { AttendanceStatus, MadeUpBy } from "../../prisma/generated/enums.ts";
import type { NewTap } from "./keep.ts";
import { takeTaps } from "./take-taps.ts";

/** What is left out stays as it is; status null takes a mark back. */
export type Mark = {
  sessionId: string;
  personId: string;
  status?: AttendanceStatus | null;
  madeUpBy?: MadeUpBy | null;
  online?: boolean;
  note?: string;
};

/** Notes at once who came. Marks are only ever added, and the newest counts. */
export async function mark(
  actor: Staff,
  { sessionId, personId, status, madeUpBy, online, note }: Mark,
  at = now(),
): Promise<Outcome<"not_enrolled">> {
  const taps: NewTap[] = [];
  if (status !== undefined) taps.push({ personId, kind: "status", at, status, madeUpBy: madeUpBy ?? null });
  if (online !== undefined) taps.push({ personId, kind: "way", at, online });
  if (note !== undefined) taps.push({ personId, kind: "note", at, note });
  const outcome = await takeTaps(actor, sessionId, taps, at);
  return outcome.ok && outcome.value.left.length === 0 ? done() : refuse("not_enrolled");
}
