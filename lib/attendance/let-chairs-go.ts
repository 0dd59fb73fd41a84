import { job } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { dateOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import { lockSession } from "./keep.ts";
import { tellHosts } from "./make-up.ts";

/**
 * The chairs that wait for guests who have no place in a group of the program any more are free for others, however they
 * left; the hosts are told. Who only changed their group comes as agreed. Returns how many.
 */
export async function letChairsGo(at = now()): Promise<number> {
  const left = await db.$queryRaw<{ id: string; hostSessionId: string }[]>(Prisma.sql`
    SELECT w."id", w."hostSessionId"
    FROM "MakeUp" w JOIN "Session" host ON host."id" = w."hostSessionId" JOIN "Cohort" there ON there."id" = host."cohortId"
    WHERE w."state" IN ('asked', 'agreed') AND host."startsAt" > ${dateOf(at)} AND NOT EXISTS (
      SELECT FROM "Member" m JOIN "Enrollment" e ON e."partyId" = m."partyId" JOIN "Cohort" c ON c."id" = e."cohortId"
      WHERE m."personId" = w."personId" AND m."state" = 'confirmed'
        AND e."state" IN ('confirmed', 'completed') AND c."programId" = there."programId")
    ORDER BY w."askedAt" LIMIT 100`);
  let free = 0;
  for (const { id, hostSessionId } of left)
    free += await inTransaction(async (tx) => {
      await lockSession(tx, hostSessionId);
      const { count } = await tx.makeUp.updateMany({
        where: { id, state: { in: ["asked", "agreed"] } },
        data: { state: "takenBack" },
      });
      if (count === 0) return 0;
      await record(tx, job, "make-up.let-go", id);
      await tellHosts(tx, id, at);
      return 1;
    });
  return free;
}
