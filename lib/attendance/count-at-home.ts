import type { Tx } from "#lib/db/transaction.ts";
import { keepTaps } from "./keep.ts";
import { counted } from "./resolve.ts";

/**
 * What guests of a session did there counts in their own cohort, also of one who took it back and came all the same.
 * The caller holds the session's lock, so each mark at home is made from all that is known here by then, and the last
 * one is right.
 */
export async function countAtHome(
  tx: Tx,
  byUserId: string,
  hostSessionId: string,
  personIds: string[],
  at: Temporal.Instant,
): Promise<void> {
  const guests = await tx.makeUp.findMany({
    where: {
      hostSessionId,
      personId: { in: personIds },
      state: { in: ["agreed", "takenBack"] },
      answeredAt: { not: null },
    },
    select: { personId: true, homeSessionId: true },
  });
  if (guests.length === 0) return;
  const here = await tx.attendance.findMany({
    where: { sessionId: hostSessionId, personId: { in: guests.map(({ personId }) => personId) } },
    select: { personId: true, status: true },
  });
  for (const { personId, homeSessionId } of guests) {
    const came = here.some((one) => one.personId === personId && counted.includes(one.status));
    const before = await tx.attendanceMark.findFirst({
      where: { sessionId: homeSessionId, personId, kind: "elsewhere" },
      orderBy: [{ at: "desc" }, { tapId: "desc" }],
      select: { status: true },
    });
    if (came === (before?.status === "madeUp")) continue;
    await keepTaps(tx, byUserId, homeSessionId, [
      {
        personId,
        kind: "elsewhere",
        at,
        ...(came && { status: "madeUp", madeUpBy: "session", madeUpInId: hostSessionId }),
      },
    ]);
  }
}
