import { db } from "#lib/db/client.ts";

/**
 * Shows an admin the messages that nobody will try again: the last try of each was in a process that was
 * killed, and could not say how it went.
 */
export async function failStranded(): Promise<void> {
  await db.$executeRaw`
    UPDATE "Message" m SET "state" = 'failed', "error" = CASE m."state"
      WHEN 'sending' THEN 'The server stopped while handing this over; it may have arrived.'
      ELSE 'The server stopped during the last of several tries, before anything was handed over.' END
    WHERE m."direction" = 'outgoing' AND m."state" IN ('queued', 'sending')
      AND NOT EXISTS (SELECT 1 FROM graphile_worker.jobs j WHERE j.key = 'send-messages:' || m."batch"
        AND (j.attempts < j.max_attempts OR j.locked_at IS NOT NULL))`;
}
