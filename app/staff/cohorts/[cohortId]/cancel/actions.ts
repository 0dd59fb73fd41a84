"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { staff } from "#lib/auth/who.ts";
import { cancelCohort } from "#lib/cohorts/cancel.ts";
import { cancelSchema } from "#lib/cohorts/schema.ts";

export async function cancelCohortAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const actor = await staff();
  const submission = parseWithZod(form, { schema: cancelSchema });
  if (submission.status !== "success") return submission.reply();
  const { cohortId, reason } = submission.value;
  const outcome = await cancelCohort(actor, cohortId, reason);
  if (!outcome.ok && outcome.reason === "not_yours") notFound();
  if (!outcome.ok)
    return submission.reply({ formErrors: ["Its last session is over, so there is nothing to cancel."] });
  revalidatePath("/staff/cohorts", "layout");
  redirect(`/staff/cohorts/${cohortId}`);
}
