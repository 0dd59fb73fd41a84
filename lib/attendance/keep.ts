import { randomUUIDv7 } from "node:crypto";
import { dateOf } from "#lib/clock/convert.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import type { Tap } from "./resolve.ts";

export type NewTap = { personId: string; kind: Tap["kind"]; at: Temporal.Instant } & Partial<
  Omit<Tap, "kind" | "at">
>;

/**
 * Adds marks to a session; one that is there already is left out. Returns how many were added. The ids made here are in the
 * order of time, so that of two marks at one instant the later counts.
 */
export async function keepTaps(tx: Tx, byUserId: string, sessionId: string, taps: NewTap[]): Promise<number> {
  const { count } = await tx.attendanceMark.createMany({
    data: taps.map(({ id = randomUUIDv7(), at, ...tap }) => ({
      ...tap,
      tapId: id,
      at: dateOf(at),
      sessionId,
      byUserId,
    })),
    skipDuplicates: true,
  });
  return count;
}

/** Marks of one session are made in turn, so that each is based on the one before. */
export async function lockSession(tx: Tx, sessionId: string): Promise<void> {
  await tx.$queryRaw(Prisma.sql`SELECT 1 FROM "Session" WHERE "id" = ${sessionId}::uuid FOR NO KEY UPDATE`);
}
