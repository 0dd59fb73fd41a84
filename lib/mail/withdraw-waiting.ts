import type { Tx } from "#lib/db/transaction.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import type { Letters, Template } from "./template.ts";

/** Takes back the letters of a template whose props contain `about` and that are not on their way yet, for another to say it all. Returns their props. */
export async function withdrawWaiting<T extends Template>(
  tx: Tx,
  template: T,
  about: Partial<Letters[T]>,
): Promise<Letters[T][]> {
  const letters = await tx.$queryRaw<{ id: string; batch: string; props: Letters[T] }[]>(Prisma.sql`
    SELECT "id", "batch", "props" FROM "Message"
    WHERE "direction" = 'outgoing' AND "state" = 'queued' AND "template" = ${template}
      AND "props" @> ${JSON.stringify(about)}::jsonb FOR UPDATE`);
  await tx.message.deleteMany({ where: { id: { in: letters.map(({ id }) => id) } } });
  const batches = [...new Set(letters.map(({ batch }) => batch))];
  await tx.$queryRaw(Prisma.sql`
    SELECT count(graphile_worker.remove_job('send-messages:' || batch)) FROM unnest(${batches}::text[]) AS taken(batch)`);
  return letters.map(({ props }) => props);
}
