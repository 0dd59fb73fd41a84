"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { staff } from "#lib/auth/who.ts";
import { editCohort } from "#lib/cohorts/edit.ts";
import { editSchema } from "#lib/cohorts/schema.ts";
import { takenWords } from "../../taken-words.ts";

export async function editCohortAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const actor = await staff();
  const submission = parseWithZod(form, { schema: editSchema });
  if (submission.status !== "success") return submission.reply();
  const outcome = await editCohort(actor, submission.value);
  if (outcome.ok) {
    revalidatePath("/staff/cohorts", "layout");
    redirect(`/staff/cohorts/${submission.value.cohortId}/settings?saved`);
  }
  if (outcome.reason === "seats_taken")
    return submission.reply({ fieldErrors: { capacity: [takenWords(outcome.taken)] } });
  if (outcome.reason === "cancelled")
    return submission.reply({ formErrors: ["The group is cancelled, so nothing of it changes any more."] });
  notFound();
}
