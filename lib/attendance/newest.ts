import type { Tx } from "#lib/db/transaction.ts";
import { type AttendanceStatus, Prisma } from "../../prisma/generated/client.ts";

export type NewestMark = {
  personId: string;
  status: AttendanceStatus | null;
  note: string;
  byUserId: string;
  byName: string;
};

/** The mark that counts for each person of a session who has any, by their id. */
export async function newestMarks(tx: Tx, sessionId: string): Promise<Map<string, NewestMark>> {
  const marks = await tx.$queryRaw<NewestMark[]>(Prisma.sql`
    SELECT DISTINCT ON (m."personId") m."personId", m."status", m."note", m."byUserId", u."name" AS "byName"
    FROM "AttendanceMark" m JOIN "User" u ON u."id" = m."byUserId"
    WHERE m."sessionId" = ${sessionId}::uuid
    ORDER BY m."personId", m."id" DESC`);
  return new Map(marks.map((mark) => [mark.personId, mark]));
}

/** Marks of one session are made in turn, so that each is based on the one before. */
export async function lockSession(tx: Tx, sessionId: string): Promise<void> {
  await tx.$queryRaw(Prisma.sql`SELECT 1 FROM "Session" WHERE "id" = ${sessionId}::uuid FOR NO KEY UPDATE`);
}
