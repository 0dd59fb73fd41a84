import type { Staff } from "#lib/audit/actor.ts";
import { auditInsert } from "#lib/audit/record.ts";
import { dateOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import { enrolledIn } from "./enrolled.ts";
import { lockSession, newestMarks } from "./newest.ts";

/** Marks everyone as here who has no mark yet: what somebody already noted stays. */
export async function markEveryone(
  actor: Staff,
  sessionId: string,
  at = now(),
): Promise<Outcome<"not_enrolled">> {
  return inTransaction(async (tx) => {
    await lockSession(tx, sessionId);
    const enrolled = await enrolledIn(tx, actor, sessionId);
    if (enrolled.length === 0) return refuse("not_enrolled");
    const marks = await newestMarks(tx, sessionId);
    const unmarked = enrolled.filter((personId) => !marks.get(personId)?.status);
    await tx.attendanceMark.createMany({
      data: unmarked.map((personId) => ({
        sessionId,
        personId,
        status: "present" as const,
        note: marks.get(personId)?.note ?? "",
        byUserId: actor.userId,
        at: dateOf(at),
      })),
    });
    await tx.$executeRaw(
      auditInsert(actor, "attendance.marked", Prisma.sql`SELECT unnest(${unmarked}::uuid[])`, { sessionId }),
    );
    return done();
  });
}
