import { takingPart } from "#lib/attendance/enrolled.ts";
import type { Participant } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { dateOf } from "#lib/clock/convert.ts";
import { now } from "#lib/clock/now.ts";
import { done, type Outcome, refuse } from "#lib/db/outcome.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { queueMail } from "#lib/mail/queue.ts";
import { type NotOwn, ownPerson } from "#lib/people/own-person.ts";
import type { AskQuestion } from "./schema.ts";

/** So many questions of one person wait for an answer at most. */
const mostOpen = 10;

/** Somebody who takes part asks the facilitators of their group. Each of them is told that there is a question, and no more. */
export async function askQuestion(
  actor: Participant,
  { memberId, text }: AskQuestion,
  at = now(),
): Promise<Outcome<NotOwn | "many_open", { questionId: string }>> {
  return inTransaction(async (tx) => {
    const own = await ownPerson(tx, actor, memberId);
    if (!own.ok) return refuse(own.reason);
    const { personId } = own.value;
    const cohort = await tx.cohort.findFirst({
      where: {
        enrollments: {
          some: {
            ...takingPart.enrollment,
            party: { members: { some: { ...takingPart.member, id: memberId } } },
          },
        },
      },
      orderBy: { createdAt: "desc" },
      select: {
        id: true,
        facilitators: {
          where: { user: { role: { not: null } } },
          select: { user: { select: { id: true, name: true, email: true } } },
        },
      },
    });
    if (!cohort) return refuse("not_there");
    const open = await tx.question.count({ where: { personId, cohortId: cohort.id, answeredAt: null } });
    if (open >= mostOpen) return refuse("many_open");
    const { id } = await tx.question.create({
      data: { cohortId: cohort.id, personId, text, askedAt: dateOf(at) },
      select: { id: true },
    });
    for (const { user } of cohort.facilitators) {
      const to = { address: user.email, name: user.name };
      await queueMail(tx, { template: "question-asked", to, props: { questionId: id, userId: user.id } }, at);
    }
    await record(tx, actor, "question.asked", id);
    return done({ questionId: id });
  });
}
