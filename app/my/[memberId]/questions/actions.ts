"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { participant } from "#lib/auth/who.ts";
import { askQuestion } from "#lib/questions/ask.ts";
import { askQuestionSchema } from "#lib/questions/schema.ts";

export async function askQuestionAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const actor = await participant();
  const submission = parseWithZod(form, { schema: askQuestionSchema });
  if (submission.status !== "success") return submission.reply();
  const outcome = await askQuestion(actor, submission.value);
  if (!outcome.ok && outcome.reason !== "many_open") notFound();
  if (!outcome.ok)
    return submission.reply({
      formErrors: [
        "Several of your questions wait for an answer already. When there is one, you can ask more.",
      ],
    });
  const path = `/my/${submission.value.memberId}/questions`;
  revalidatePath(path);
  redirect(`${path}?asked`);
}
