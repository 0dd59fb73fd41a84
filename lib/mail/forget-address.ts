import type { Tx } from "#lib/db/transaction.ts";
import { Prisma } from "../../prisma/generated/client.ts";

/** Takes the name and address of a member who was never more than invited out of the messages to them; what has not gone yet won't. */
export async function forgetAddress(tx: Tx, memberId: string): Promise<void> {
  const theirs = Prisma.sql`"direction" = 'outgoing' AND "props" @> ${JSON.stringify({ memberId })}::jsonb`;
  await tx.$executeRaw(
    Prisma.sql`DELETE FROM "Message" WHERE ${theirs} AND "state" IN ('queued', 'kept', 'failed')`,
  );
  await tx.$executeRaw(
    Prisma.sql`UPDATE "Message" SET "address" = 'erased', "name" = '', "text" = '',
      "error" = CASE WHEN "error" IS NOT NULL THEN 'What the other server said is erased.' END WHERE ${theirs}`,
  );
}
