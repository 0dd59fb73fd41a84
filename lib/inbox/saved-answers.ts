import { z } from "zod";
import type { Actor, Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { mayAdminister } from "#lib/auth/policy.ts";
import { dateOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { db } from "#lib/db/client.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction, type Tx } from "#lib/db/transaction.ts";

export const savedAnswerSchema = z.object({
  /** None for a new one. */
  answerId: z.uuid().optional(),
  title: z
    .string({ error: "Please give it a name." })
    .trim()
    .min(1, "Please give it a name.")
    .max(80, "Please use at most 80 characters."),
  text: z
    .string({ error: "Please write the answer." })
    .trim()
    .min(1, "Please write the answer.")
    .max(10_000, "Please use at most 10,000 characters."),
});

type SavedAnswerInput = z.output<typeof savedAnswerSchema>;

// More than anybody looks through; beyond that it is a manual.
const most = 100;

/** Every saved answer, by name. */
export async function loadSavedAnswers(actor: Staff) {
  if (!mayAdminister(actor)) return [];
  return db.savedAnswer.findMany({
    orderBy: { title: "asc" },
    take: most,
    select: { id: true, title: true, text: true },
  });
}

/** Keeps an answer that is given often, or changes one. Two of one name would be taken for each other. */
export async function saveAnswer(
  actor: Staff,
  input: SavedAnswerInput,
  at = now(),
): Promise<Outcome<"not_there" | "same_title" | "too_many">> {
  if (!mayAdminister(actor)) return refuse("not_there");
  return inTransaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('saved answers', 0))`;
    const { answerId, title } = input;
    if (answerId && (await tx.savedAnswer.count({ where: { id: answerId } })) === 0)
      return refuse("not_there");
    const others = await tx.savedAnswer.findMany({
      where: { id: { not: answerId ?? crypto.randomUUID() } },
      select: { title: true },
    });
    if (others.some((other) => other.title.toLowerCase() === title.toLowerCase()))
      return refuse("same_title");
    if (!answerId && others.length >= most) return refuse("too_many");
    await keepAnswer(tx, actor, input, at);
    return done();
  });
}

/** The same without asking: for the demo. */
export async function keepAnswer(
  tx: Tx,
  actor: Actor,
  { answerId, title, text }: SavedAnswerInput,
  at: Temporal.Instant,
): Promise<void> {
  const data = { title, text: text.replaceAll("\r\n", "\n"), updatedAt: dateOf(at) };
  const { id } = answerId
    ? await tx.savedAnswer.update({ where: { id: answerId }, data, select: { id: true } })
    : await tx.savedAnswer.create({ data, select: { id: true } });
  await record(tx, actor, "saved-answer.kept", id);
}

/** Deletes a saved answer. What was sent with its words stays as it was sent. */
export async function deleteAnswer(actor: Staff, answerId: string): Promise<Outcome<"not_there">> {
  if (!mayAdminister(actor)) return refuse("not_there");
  return inTransaction(async (tx) => {
    const { count } = await tx.savedAnswer.deleteMany({ where: { id: answerId } });
    if (count === 0) return refuse("not_there");
    await record(tx, actor, "saved-answer.deleted", answerId);
    return done();
  });
}
