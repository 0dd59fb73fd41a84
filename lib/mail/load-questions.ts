import type { QuestionAnsweredProps } from "#emails/question-answered.tsx";
import type { QuestionAskedProps } from "#emails/question-asked.tsx";
import { appUrl } from "#lib/config/settings.ts";
import { db } from "#lib/db/client.ts";
import { clinic, type Load } from "./load.ts";
import type { Letters } from "./template.ts";

/** Overtaken when somebody has answered meanwhile, or the reader no longer works with the group. */
export const loadQuestionAsked: Load<Letters["question-asked"], QuestionAskedProps> = async (
  { questionId, userId },
  { name },
) => {
  const question = await db.question.findFirst({
    where: {
      id: questionId,
      answeredAt: null,
      cohort: { facilitators: { some: { userId, user: { role: { not: null } } } } },
    },
    select: { cohort: { select: { id: true, title: true } } },
  });
  if (!question) return null;
  const { id, title } = question.cohort;
  return { name, clinic: clinic(), group: title, url: `${appUrl()}/staff/cohorts/${id}/questions` };
};

export const loadQuestionAnswered: Load<Letters["question-answered"], QuestionAnsweredProps> = async (
  { memberId },
  { name },
) => {
  const member = await db.member.findFirst({
    where: { id: memberId, state: "confirmed" },
    select: { id: true },
  });
  return member && { name, clinic: clinic(), url: `${appUrl()}/my/${member.id}/questions` };
};
