import type { Staff } from "#lib/audit/actor.ts";
import { programsOf } from "#lib/auth/policy.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { Prisma } from "../../prisma/generated/client.ts";

/** Locks a program that the actor may change, so that its sessions change places one after the other. Says whether there is one. */
export async function lockOwn(tx: Tx, actor: Staff, programId: string): Promise<boolean> {
  await tx.$queryRaw(Prisma.sql`SELECT 1 FROM "Program" WHERE "id" = ${programId}::uuid FOR UPDATE`);
  return (await tx.program.count({ where: { id: programId, ...programsOf(actor) } })) > 0;
}

/** The same for the program of one of its sessions, with where that session stands in it. */
export async function lockOwnSession(tx: Tx, actor: Staff, programSessionId: string) {
  const where = { id: programSessionId, program: programsOf(actor) };
  const found = await tx.programSession.findFirst({ where, select: { programId: true } });
  if (!found || !(await lockOwn(tx, actor, found.programId))) return null;
  return tx.programSession.findFirst({ where, select: { programId: true, position: true } });
}
