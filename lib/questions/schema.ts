import { z } from "zod";

export const askQuestionSchema = z.object({
  memberId: z.uuid(),
  text: z
    .string({ error: "Please write your question." })
    .trim()
    .min(1, "Please write your question.")
    .max(4000, "Please use at most 4,000 characters."),
});

export const answerQuestionSchema = z.object({
  questionId: z.uuid(),
  answer: z
    .string({ error: "Please write an answer." })
    .trim()
    .min(1, "Please write an answer.")
    .max(8000, "Please use at most 8,000 characters."),
});

export type AskQuestion = z.output<typeof askQuestionSchema>;
export type AnswerQuestion = z.output<typeof answerQuestionSchema>;
