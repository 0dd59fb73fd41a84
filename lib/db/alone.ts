import type { Prisma } from "../../prisma/generated/client.ts";
import { connected } from "./client.ts";

/** Runs a statement: alone, or inside a transaction (`tx.$queryRaw`). */
export type Run = <Rows extends object[]>(statement: Prisma.Sql) => Promise<Rows>;

/**
 * Runs one statement that is a transaction of its own, past Prisma, which takes three times as long for it: for what
 * happens with every message that arrives.
 */
export const alone: Run = async <Rows extends object[]>({ text, values }: Prisma.Sql) => {
  const { pool, nameOf } = connected();
  const { rows } = await pool.query({ name: nameOf(text), text, values });
  return rows as Rows;
};
