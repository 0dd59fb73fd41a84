"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { askMakeUp, takeMakeUpBack } from "#lib/attendance/make-up.ts";
import { participant } from "#lib/auth/who.ts";

const words = {
  not_there: "That has changed meanwhile. Please look at what there is now.",
  begun: "That evening has begun. If you could not be there, just tell your facilitators.",
  was_there:
    "You were seen there, and it counts in your own group. If that is not so, just tell your facilitators.",
};

export async function askMakeUpAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const actor = await participant();
  const schema = z.object({ memberId: z.uuid(), homeSessionId: z.uuid(), hostSessionId: z.uuid() });
  const submission = parseWithZod(form, { schema });
  if (submission.status !== "success") return submission.reply();
  const outcome = await askMakeUp(actor, submission.value);
  if (!outcome.ok) return submission.reply({ formErrors: [words[outcome.reason]] });
  revalidatePath(`/my/${submission.value.memberId}/make-up`);
  return null;
}

export async function takeMakeUpBackAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const actor = await participant();
  const submission = parseWithZod(form, { schema: z.object({ memberId: z.uuid(), makeUpId: z.uuid() }) });
  if (submission.status !== "success") return submission.reply();
  const outcome = await takeMakeUpBack(actor, submission.value);
  if (!outcome.ok) return submission.reply({ formErrors: [words[outcome.reason]] });
  revalidatePath(`/my/${submission.value.memberId}/make-up`);
  return null;
}
