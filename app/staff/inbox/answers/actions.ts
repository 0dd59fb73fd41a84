"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { admin } from "#lib/auth/who.ts";
import { deleteAnswer, saveAnswer, savedAnswerSchema } from "#lib/inbox/saved-answers.ts";

export async function saveAnswerAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const actor = await admin();
  const submission = parseWithZod(form, { schema: savedAnswerSchema });
  if (submission.status !== "success") return submission.reply();
  const outcome = await saveAnswer(actor, submission.value);
  revalidatePath("/staff/inbox", "layout");
  if (outcome.ok) redirect("/staff/inbox/answers?saved");
  if (outcome.reason === "same_title")
    return submission.reply({ fieldErrors: { title: ["Another answer has this name already."] } });
  return submission.reply({ formErrors: [words[outcome.reason]] });
}

const words = {
  not_there: "Somebody has deleted this answer meanwhile. Your words are kept here: save them as a new one.",
  too_many: "There are 100 saved answers already. Please delete one that nobody uses.",
};

export async function deleteAnswerAction(form: FormData): Promise<void> {
  const actor = await admin();
  const submission = parseWithZod(form, { schema: z.object({ answerId: z.uuid() }) });
  if (submission.status !== "success") return;
  await deleteAnswer(actor, submission.value.answerId);
  revalidatePath("/staff/inbox", "layout");
  redirect("/staff/inbox/answers?deleted");
}
