"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { staff } from "#lib/auth/who.ts";
import { answerQuestion } from "#lib/questions/answer.ts";
import { answerQuestionSchema } from "#lib/questions/schema.ts";

export async function answerQuestionAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const actor = await staff();
  const submission = parseWithZod(form, { schema: answerQuestionSchema });
  if (submission.status !== "success") return submission.reply();
  const outcome = await answerQuestion(actor, submission.value);
  if (!outcome.ok && outcome.reason === "not_yours") notFound();
  // Somebody else was first: the page that comes back shows their answer instead of the form.
  revalidatePath("/staff/cohorts/[cohortId]", "layout");
  return null;
}
