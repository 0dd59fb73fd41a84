import type { Tx } from "#lib/db/transaction.ts";
import type { Prisma } from "../../prisma/generated/client.ts";

/** Whether somebody is the clinic's one admin. Two admins who would take each other's role are answered in turn. */
export async function isLastAdmin(tx: Tx, who: Prisma.UserWhereUniqueInput): Promise<boolean> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('last-admin'))`;
  const user = await tx.user.findUnique({ where: who, select: { role: true } });
  return user?.role === "admin" && (await tx.user.count({ where: { role: "admin" } })) === 1;
}
