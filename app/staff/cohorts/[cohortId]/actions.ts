"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { staff } from "#lib/auth/who.ts";
import { confirmCohort } from "#lib/cohorts/confirm-cohort.ts";
import { closeCohort, openCohort } from "#lib/cohorts/open.ts";
import { resizeCohort } from "#lib/cohorts/resize.ts";
import { chairsSchema, cohortIdSchema } from "#lib/cohorts/schema.ts";
import { takenWords } from "../taken-words.ts";

export async function openCohortAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const submission = parseWithZod(form, { schema: cohortIdSchema });
  if (submission.status !== "success") return submission.reply();
  await openCohort(await staff(), submission.value.cohortId);
  revalidatePath("/staff/cohorts", "layout");
  return null;
}

export async function closeCohortAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const submission = parseWithZod(form, { schema: cohortIdSchema });
  if (submission.status !== "success") return submission.reply();
  await closeCohort(await staff(), submission.value.cohortId);
  revalidatePath("/staff/cohorts", "layout");
  return null;
}

export async function confirmCohortAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const submission = parseWithZod(form, { schema: cohortIdSchema });
  if (submission.status !== "success") return submission.reply();
  await confirmCohort(await staff(), submission.value.cohortId);
  revalidatePath("/staff", "layout");
  return null;
}

export async function resizeCohortAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const submission = parseWithZod(form, { schema: chairsSchema });
  if (submission.status !== "success")
    return submission.reply({ formErrors: submission.error?.capacity ?? [] });
  const { cohortId, capacity } = submission.value;
  const outcome = await resizeCohort(await staff(), cohortId, capacity);
  if (!outcome.ok && outcome.reason === "not_yours") notFound();
  revalidatePath("/staff/cohorts", "layout");
  if (outcome.ok) return null;
  return submission.reply({
    formErrors: [takenWords(outcome.taken)],
  });
}
