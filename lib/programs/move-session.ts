import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import { lockOwnSession } from "./lock-own.ts";
import type { MoveProgramSession } from "./schema.ts";

/** A session changes places with the one before or after it; the first one stays where it is, and the last one. */
export async function moveProgramSession(
  actor: Staff,
  { programSessionId, to }: MoveProgramSession,
): Promise<Outcome<"not_yours">> {
  return inTransaction(async (tx) => {
    const found = await lockOwnSession(tx, actor, programSessionId);
    if (!found) return refuse("not_yours");
    const { programId, position } = found;
    const other = position + (to === "up" ? -1 : 1);
    const there = await tx.programSession.count({ where: { programId, position: other } });
    if (there === 0) return done();
    await tx.$executeRaw(Prisma.sql`
      UPDATE "ProgramSession" SET "position" = ${position}::int + ${other}::int - "position"
      WHERE "programId" = ${programId}::uuid AND "position" IN (${position}, ${other})`);
    await record(tx, actor, "program.edited", programId);
    return done();
  });
}
