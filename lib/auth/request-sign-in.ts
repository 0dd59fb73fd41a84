import { db } from "#lib/db/client.ts";
import { queueJob } from "#lib/db/queue-job.ts";

/** Notes that somebody would like to sign in. Known or unknown, the address takes the same one statement. */
export async function requestSignIn(email: string): Promise<void> {
  await queueJob(db, "request-sign-in", { email });
}
