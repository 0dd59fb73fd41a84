import { Prisma } from "../../prisma/generated/client.ts";

/**
 * Adds the job that reads what was received, unless one waits to begin: it reads whatever is there by then. One that has
 * begun may be past it, and another waits for its end: mail is read in the order in which it came. Should it begin in the
 * very moment in which somebody relies on it, the timetable's finds what it left.
 */
export const readingJob = Prisma.sql`
  CASE WHEN NOT EXISTS (SELECT 1 FROM graphile_worker.jobs
      WHERE "key" = 'read-received' AND "locked_at" IS NULL AND "run_at" <= now() AND "attempts" < "max_attempts")
    THEN (graphile_worker.add_job('read-received', queue_name => 'read-received', job_key => 'read-received', priority => -1)).id
    END::text AS job`;
