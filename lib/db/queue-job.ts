import { dateOf } from "#lib/clock/convert.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import type { Tx } from "./transaction.ts";

export type JobOptions = {
  /** A job queued again under the same key replaces the one that waits. */
  key?: string;
  runAt?: Temporal.Instant;
};

/** Queues a job inside the transaction that causes it: it runs if, and only if, the cause is committed. */
export async function queueJob(tx: Tx, task: string, payload: object, { key, runAt }: JobOptions = {}) {
  await tx.$queryRaw(Prisma.sql`
    SELECT 1 FROM graphile_worker.add_job(
      ${task}, ${JSON.stringify(payload)}::json,
      run_at => ${runAt ? dateOf(runAt) : null}::timestamptz,
      job_key => ${key ?? null}::text)`);
}
