import { alone } from "#lib/db/alone.ts";
import { Prisma } from "../../prisma/generated/client.ts";

/** A message that is to be read: its bytes, or the key of the file that a large one is in. */
export type TakenUp = { id: string; tries: number; raw: Buffer | null; key: string | null };

/** So many are read together. */
export const mostTogether = 25;

/**
 * The next messages to read, the oldest first. That they are tried is committed before anybody reads them: whichever
 * failed, or ended the process that read it, comes after all others the next time, and alone. Large ones come alone too.
 */
export function takeUp({ except }: { except: string[] }): Promise<TakenUp[]> {
  return alone(Prisma.sql`
    WITH waiting AS (
      SELECT m."id", row_number() OVER line AS place,
        bool_or(m."attempts" > 0 OR m."rawFileId" IS NOT NULL) OVER line AS "isAlone"
      FROM "Message" m WHERE m."state" = 'received' AND m."id" <> ALL(${except}::uuid[])
      WINDOW line AS (ORDER BY m."attempts", m."createdAt", m."id" ROWS UNBOUNDED PRECEDING)
      ORDER BY place LIMIT ${mostTogether}),
    taken AS (
      UPDATE "Message" m SET "attempts" = m."attempts" + 1 FROM waiting w
      WHERE m."id" = w."id" AND (w.place = 1 OR NOT w."isAlone")
      RETURNING m."id", m."attempts", m."raw", m."rawFileId", w.place)
    SELECT t."id", t."attempts" AS "tries", t."raw", f."key" FROM taken t LEFT JOIN "File" f ON f."id" = t."rawFileId"
    ORDER BY t.place`);
}

/** How many there are to be read, up to as many as are read together. */
export async function countWaiting({ except }: { except: string[] }): Promise<number> {
  const [found] = await alone<{ count: number }[]>(Prisma.sql`
    SELECT count(*)::int AS count FROM (
      SELECT FROM "Message" m WHERE m."state" = 'received' AND m."id" <> ALL(${except}::uuid[]) LIMIT ${mostTogether})`);
  return found?.count ?? 0;
}
