import type { Staff } from "#lib/audit/actor.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { comersTo } from "./enrolled.ts";
import { takeTaps } from "./take-taps.ts";

/** Marks everyone as here who has no mark yet: what somebody already noted stays. */
export async function markEveryone(
  actor: Staff,
  sessionId: string,
  at = now(),
): Promise<Outcome<"not_enrolled">> {
  const comers = await comersTo(db, actor, sessionId);
  if (!comers || comers.enrolled.length === 0) return refuse("not_enrolled");
  const marked = await db.attendance.findMany({
    where: { sessionId, status: { not: null } },
    select: { personId: true },
  });
  const unmarked = comers.enrolled.filter((id) => !marked.some(({ personId }) => personId === id));
  await takeTaps(
    actor,
    sessionId,
    unmarked.map((personId) => ({ personId, kind: "everyone", status: "present", at })),
    at,
  );
  return done();
}
