import type { Tx } from "#lib/db/transaction.ts";
import { Prisma } from "../../prisma/generated/client.ts";

/** Moves messages from one thread to another, and lets both say when they had their newest. Returns those that moved. */
export async function moveMessages(
  tx: Tx,
  { from, to, ids }: { from: string; to: string; ids?: string[] },
): Promise<string[]> {
  const moved = await tx.message.updateManyAndReturn({
    where: { threadId: from, ...(ids && { id: { in: ids } }) },
    data: { threadId: to },
    select: { id: true },
  });
  await tx.$executeRaw(Prisma.sql`
    UPDATE "Thread" t SET "lastMessageAt" = COALESCE(
      (SELECT max("createdAt") FROM "Message" m WHERE m."threadId" = t."id"), t."lastMessageAt")
    WHERE t."id" = ANY(${[from, to]}::uuid[])`);
  return moved.map(({ id }) => id);
}
