import type { Staff } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { cohortsOf } from "#lib/auth/policy.ts";
import { dateOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { queueMail } from "#lib/mail/queue.ts";
import type { AnswerQuestion } from "./schema.ts";

export type AnswerRefusal = "not_yours" | "answered";

/** One of the staff answers, once: of two who answer together one is second. Who asked is told that there is something to read. */
export async function answerQuestion(
  actor: Staff,
  { questionId, answer }: AnswerQuestion,
  at = now(),
): Promise<Outcome<AnswerRefusal>> {
  return inTransaction(async (tx) => {
    const where = { id: questionId, cohort: cohortsOf(actor) };
    const { count } = await tx.question.updateMany({
      where: { ...where, answeredAt: null },
      data: { answer, answeredAt: dateOf(at), byUserId: actor.userId },
    });
    const question = await tx.question.findFirst({
      where,
      select: {
        person: {
          select: {
            name: true,
            email: true,
            members: {
              where: { state: "confirmed" },
              orderBy: { id: "desc" },
              take: 1,
              select: { id: true },
            },
          },
        },
      },
    });
    if (!question) return refuse("not_yours");
    if (count === 0) return refuse("answered");
    const { name, email, members } = question.person;
    const [member] = members;
    if (email && member)
      await queueMail(
        tx,
        {
          template: "question-answered",
          to: { address: email, name },
          props: { questionId, memberId: member.id },
        },
        at,
      );
    await record(tx, actor, "question.answered", questionId);
    return done();
  });
}
