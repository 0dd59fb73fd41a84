import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { dateOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import type { AttendanceStatus } from "../../prisma/generated/enums.ts";
import { enrolledIn } from "./enrolled.ts";
import { lockSession, newestMarks } from "./newest.ts";

/** What is left out stays as it is; status null takes a mark back. */
export type Mark = { sessionId: string; personId: string; status?: AttendanceStatus | null; note?: string };

/**
 * Notes who came. Marks are only ever added, and the newest counts: of two people who mark at once the later
 * one is shown and the earlier one is kept. The same mark again changes nothing.
 */
export async function mark(
  actor: Staff,
  { sessionId, personId, ...given }: Mark,
  at = now(),
): Promise<Outcome<"not_enrolled">> {
  return inTransaction(async (tx) => {
    await lockSession(tx, sessionId);
    const enrolled = await enrolledIn(tx, actor, sessionId);
    if (!enrolled.includes(personId)) return refuse("not_enrolled");
    const before = (await newestMarks(tx, sessionId)).get(personId) ?? { status: null, note: "" };
    const after = {
      status: given.status === undefined ? before.status : given.status,
      note: given.note ?? before.note,
    };
    if (after.status === before.status && after.note === before.note) return done();
    await tx.attendanceMark.create({
      data: { sessionId, personId, ...after, byUserId: actor.userId, at: dateOf(at) },
    });
    await record(tx, actor, "attendance.marked", personId, { sessionId });
    return done();
  });
}
