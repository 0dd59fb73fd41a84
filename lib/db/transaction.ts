import type { Prisma } from "../../prisma/generated/client.ts";
import { db } from "./client.ts";

/** A Prisma client inside a transaction; `db` itself where a read needs none. */
export type Tx = Prisma.TransactionClient;

/** Runs `work` in one transaction: all of it happens, or none. What it throws rolls everything back. */
export function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.$transaction(work);
}
