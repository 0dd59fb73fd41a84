import { dateOf } from "#lib/clock/convert.ts";
import { settings } from "#lib/config/settings.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { Prisma } from "../../prisma/generated/client.ts";
import type { Letters, Template } from "./template.ts";

export type Letter<T extends Template = Template> = {
  template: T;
  to: { address: string; name: string };
  props: Letters[T];
  /** The thread that this message belongs to, and the message it answers. */
  threadId?: string;
  inReplyTo?: string;
};

/**
 * Stores a message in the transaction that causes it, with the job that sends it (design rule 6).
 * It is rendered when it is sent: no link's secret is ever stored. Until `sendAt` it can be taken back (`withdrawLetters`, `takeBack`). Returns its id.
 */
export async function queueMail<T extends Template>(
  tx: Tx,
  letter: Letter<T>,
  at: Temporal.Instant,
  sendAt = at,
): Promise<string> {
  const [queued] = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    WITH queued AS (${messageInsert(
      Prisma.sql`
      SELECT ${letter.template}::text, ${letter.to.address}::text, ${letter.to.name}::text,
        ${JSON.stringify(letter.props)}::jsonb, ${letter.threadId ?? null}::uuid, ${letter.inReplyTo ?? null}::text`,
      at,
    )})
    SELECT (SELECT "id" FROM queued) AS id, ${sendJobs(Prisma.sql`queued`, sendAt.since(at).total("seconds"))}`);
  return queued?.id ?? "";
}

/**
 * The same as a piece of a larger statement. `letters` selects template, address, name, props, threadId
 * and inReplyTo; what it returns is for `sendJobs`. Rows without an address are left out.
 */
export function messageInsert(
  letters: Prisma.Sql,
  at: Temporal.Instant,
  { batch = Prisma.sql`${crypto.randomUUID()}::uuid` } = {},
): Prisma.Sql {
  const domain = settings().CLINIC_EMAIL.split("@")[1];
  return Prisma.sql`
    INSERT INTO "Message" ("id", "batch", "direction", "state", "messageId", "template", "address", "name", "props", "threadId", "inReplyTo", "createdAt")
    SELECT l.id, ${batch}, 'outgoing', 'queued', l.id || ${`@${domain}`}, l.template, l.address, l.name, l.props, l.thread, l.answers, ${dateOf(at)}
    FROM (SELECT uuidv7() AS id, x.* FROM (${letters}) AS x(template, address, name, props, thread, answers)) AS l
    WHERE l.address IS NOT NULL
    RETURNING "id", "batch", "props"`;
}

/**
 * Adds the job that sends the messages of `queued`, at once or `after` so many seconds, of which it needs `id` and `batch`. They share one, because
 * adding a job costs more than the message itself; what is sent leaves the job, and the rest is tried again.
 *
 * "unsafe_dedupe" is the queue's shortest way. It is unsafe where a key comes twice, and a batch never does.
 */
export function sendJobs(queued: Prisma.Sql, after = 0): Prisma.Sql {
  const runAt =
    after > 0 ? Prisma.sql`, run_at => now() + ${after}::float8 * interval '1 second'` : Prisma.empty;
  return Prisma.sql`(
    SELECT count(graphile_worker.add_job('send-messages', b.messages, max_attempts => 12,
      job_key => 'send-messages:' || b."batch", job_key_mode => 'unsafe_dedupe'${runAt}))
    FROM (SELECT q."batch", json_agg(json_build_object('id', q."id")) AS messages FROM ${queued} AS q GROUP BY q."batch") AS b)::int`;
}

/** Inserts many messages that have nothing to do with each other, so that each has a job of its own. */
export function manyMessagesInsert(letters: Prisma.Sql, at: Temporal.Instant): Prisma.Sql {
  return messageInsert(letters, at, { batch: Prisma.sql`l.id` });
}

/** The jobs of those, in one call of the queue, at once or `after` so many seconds. */
export function sendManyJobs(queued: Prisma.Sql, after = 0): Prisma.Sql {
  return Prisma.sql`(
    SELECT count(*) FROM graphile_worker.add_jobs((
      SELECT COALESCE(array_agg(json_populate_record(NULL::graphile_worker.job_spec, json_build_object(
        'identifier', 'send-messages', 'payload', json_build_array(json_build_object('id', q."id")),
        'job_key', 'send-messages:' || q."batch", 'max_attempts', 12,
        'run_at', now() + ${after}::float8 * interval '1 second'))), '{}')
      FROM ${queued} AS q)))::int`;
}
