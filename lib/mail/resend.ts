import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { settings } from "#lib/config/settings.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import { sendJobs } from "./queue.ts";

/** Queues a message again that failed or came back, was kept before mail could go out, or was withheld. It keeps its Message-ID. */
export async function resendMessage(actor: Staff, id: string): Promise<Outcome<"no_smtp" | "not_waiting">> {
  if (!settings().SMTP_URL) return refuse("no_smtp");
  const batch = crypto.randomUUID();
  return inTransaction(async (tx) => {
    const { count } = await tx.message.updateMany({
      where: { id, direction: "outgoing", state: { in: ["failed", "kept", "suppressed", "bounced"] } },
      data: { state: "queued", batch, handedAt: null, error: null },
    });
    if (count === 0) return refuse("not_waiting");
    await record(tx, actor, "message.resent", id);
    const queued = Prisma.sql`(SELECT ${id}::uuid AS "id", ${batch}::uuid AS "batch")`;
    await tx.$queryRaw(Prisma.sql`SELECT ${sendJobs(queued)}`);
    return done();
  });
}
