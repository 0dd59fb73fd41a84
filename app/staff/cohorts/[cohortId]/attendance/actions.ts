"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { answerMakeUp } from "#lib/attendance/make-up.ts";
import { staff } from "#lib/auth/who.ts";

const words = {
  not_there: "They have taken it back, or somebody has answered already.",
  no_chair: "The last free chair of that evening was just given to another guest.",
};

export async function answerMakeUpAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const actor = await staff();
  const schema = z.object({
    makeUpId: z.uuid(),
    agree: z.enum(["yes", "no"]),
    words: z.string().trim().max(1000).default(""),
  });
  const submission = parseWithZod(form, { schema });
  if (submission.status !== "success") return submission.reply();
  const { agree, ...answer } = submission.value;
  const outcome = await answerMakeUp(actor, { ...answer, agree: agree === "yes" });
  if (!outcome.ok) return submission.reply({ formErrors: [words[outcome.reason]] });
  revalidatePath("/staff/cohorts/[cohortId]/attendance", "page");
  return null;
}
