import { z } from "zod";
import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { mayAdminister } from "#lib/auth/policy.ts";
import { dateOf, instantOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import type { Tx } from "#lib/db/transaction.ts";
import { type StoreRefusal, storeBytes } from "#lib/files/store-bytes.ts";
import type { StoredBytes } from "#lib/files/stored-bytes.ts";
import { attach } from "#lib/mail/attach.ts";
import { changeThread } from "#lib/mail/change-thread.ts";
import { fillIn } from "#lib/mail/fill-in.ts";
import { queueMail } from "#lib/mail/queue.ts";
import { takeBack } from "#lib/mail/take-back.ts";
import { thinkingTime } from "#lib/mail/withdraw-letters.ts";
import { fieldValuesOf } from "./answer-fields.ts";
import { inThread } from "./in-thread.ts";
import { otherSideOf } from "./other-side.ts";

export const replySchema = z.object({
  threadId: z.uuid(),
  /** The newest message that whoever answers has seen. */
  seen: z.uuid().optional(),
  to: z.string().trim().max(254).optional(),
  text: z
    .string({ error: "Please write an answer." })
    .trim()
    .min(1, "Please write an answer.")
    .max(20_000, "Please use at most 20,000 characters."),
  /** A field in which no file was chosen sends one with nothing in it. */
  files: z
    .array(z.file())
    .max(10, "Please attach at most 10 files.")
    .default([])
    .transform((files) => files.filter(({ size }) => size > 0)),
});

type Reply = z.output<typeof replySchema>;

const mebibyte = 1024 * 1024;
/** Many mail servers take no more than 25 MB, and files grow by a third on the way. */
const mostFileBytes = 15 * mebibyte;

export type ReplyRefusal =
  | { ok: false; reason: "not_there" | "no_address" | StoreRefusal }
  | { ok: false; reason: "suppressed"; words: string }
  | { ok: false; reason: "unknown_fields" | "missing_fields"; fields: string[] }
  /** Somebody else answered, or they wrote again, since the thread was looked at. */
  | { ok: false; reason: "answered"; by: string; at: Temporal.Instant }
  | { ok: false; reason: "wrote_again" };

/**
 * Answers whoever writes in a thread. The letter waits a little, so that it can be taken back
 * (`takeBackReply`); it is refused when somebody answered meanwhile, and when it could not arrive.
 */
export async function reply(
  actor: Staff,
  input: Reply,
  at = now(),
): Promise<{ ok: true; value: { messageId: string } } | ReplyRefusal> {
  if (!mayAdminister(actor)) return refuse("not_there");
  const stored = await storeAll(input.files);
  if (!stored.ok) return stored;
  return inThread(actor, input.threadId, async (tx, thread) => {
    const newer = await newerThan(tx, input);
    if (newer) return newer;
    const others = await otherSideOf(tx, thread.id);
    const to = input.to ? others.find(({ address }) => address === input.to?.toLowerCase()) : others[0];
    if (!to) return refuse("no_address");
    const suppressed = await tx.suppression.findUnique({ where: { address: to.address } });
    if (suppressed) return { ok: false as const, reason: "suppressed" as const, words: suppressed.words };
    const { text, missing, unknown } = fillIn(
      input.text.replaceAll("\r\n", "\n"),
      await fieldValuesOf(tx, { threadId: thread.id, ...to }),
    );
    if (unknown.length > 0) return { ok: false as const, reason: "unknown_fields" as const, fields: unknown };
    if (missing.length > 0) return { ok: false as const, reason: "missing_fields" as const, fields: missing };

    const inquiry = await tx.inquiry.findUnique({ where: { threadId: thread.id }, select: { id: true } });
    const messageId = await queueMail(
      tx,
      {
        template: "reply",
        to,
        // Their own words: the thread may be called by somebody else's, who shares it with them.
        props: { text, about: to.subject, byUserId: actor.userId, inquiryId: inquiry?.id ?? null },
        threadId: thread.id,
        inReplyTo: to.messageId ?? undefined,
      },
      at,
      at.add(thinkingTime),
    );
    await attach(tx, messageId, stored.value);
    await changeThread(tx, thread.id, {
      state: "waitingForThem",
      snoozedUntil: null,
      lastMessageAt: dateOf(at),
    });
    await record(tx, actor, "thread.answered", thread.id, { messageId, from: thread.state });
    return done({ messageId });
  });
}

/** Takes an answer back while it waits. The thread needs us again. */
export function takeBackReply(
  actor: Staff,
  { threadId, messageId }: { threadId: string; messageId: string },
): Promise<Outcome<"not_there" | "letter_gone">> {
  return inThread(actor, threadId, async (tx) => {
    const letter = await tx.message.count({ where: { id: messageId, threadId, template: "reply" } });
    if (letter === 0) return refuse("not_there");
    if (!(await takeBack(tx, messageId))) return refuse("letter_gone");
    await changeThread(tx, threadId, { state: "needsUs" });
    await record(tx, actor, "thread.answer-taken-back", threadId, { messageId });
    return done();
  });
}

/** What came into the thread after the message that was seen: an answer of a colleague's, or another word of theirs. */
async function newerThan(tx: Tx, { threadId, seen }: Reply) {
  if (!seen) return null;
  const last = await tx.message.findFirst({
    where: { id: seen, threadId },
    select: { createdAt: true },
  });
  if (!last) return null;
  const newest = await tx.message.findFirst({
    where: {
      threadId,
      id: { not: seen },
      OR: [
        { direction: "incoming", automatic: null, createdAt: { gt: last.createdAt } },
        { template: "reply", state: { not: "kept" }, createdAt: { gte: last.createdAt } },
      ],
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { direction: true, createdAt: true, props: true },
  });
  if (!newest) return null;
  if (newest.direction === "incoming") return { ok: false as const, reason: "wrote_again" as const };
  const by = await tx.user.findUnique({
    where: { id: writerOf(newest.props) ?? crypto.randomUUID() },
    select: { name: true },
  });
  return {
    ok: false as const,
    reason: "answered" as const,
    by: by?.name ?? "A colleague",
    at: instantOf(newest.createdAt),
  };
}

/** Who of the staff wrote an answer. */
export function writerOf(props: unknown): string | null {
  const parsed = z.object({ byUserId: z.uuid() }).safeParse(props);
  return parsed.success ? parsed.data.byUserId : null;
}

/** Before the transaction: no transaction waits for a disk. */
async function storeAll(files: File[]): Promise<Outcome<StoreRefusal, StoredBytes[]>> {
  if (files.reduce((sum, { size }) => sum + size, 0) > mostFileBytes) return refuse("too_large");
  const stored: StoredBytes[] = [];
  for (const file of files) {
    const outcome = await storeBytes(file, () => true);
    if (!outcome.ok) return outcome;
    stored.push(outcome.value);
  }
  return done(stored);
}
