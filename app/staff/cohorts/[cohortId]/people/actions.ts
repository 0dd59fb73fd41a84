"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { staff } from "#lib/auth/who.ts";
import { acceptApplication, declineApplication } from "#lib/enrollment/review.ts";
import { declineSchema, enrollmentIdSchema } from "#lib/enrollment/schema.ts";

export async function acceptApplicationAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const submission = parseWithZod(form, { schema: enrollmentIdSchema });
  if (submission.status !== "success") return submission.reply();
  const outcome = await acceptApplication(await staff(), submission.value.enrollmentId);
  if (!outcome.ok && outcome.reason === "not_yours") notFound();
  revalidatePath("/staff", "layout");
  return outcome.ok ? null : submission.reply({ formErrors: [words[outcome.reason]] });
}

export async function declineApplicationAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const submission = parseWithZod(form, { schema: declineSchema });
  if (submission.status !== "success") return submission.reply();
  const { enrollmentId, words: own } = submission.value;
  const outcome = await declineApplication(await staff(), enrollmentId, own);
  if (!outcome.ok && outcome.reason === "not_yours") notFound();
  revalidatePath("/staff", "layout");
  return outcome.ok ? null : submission.reply({ formErrors: [words[outcome.reason]] });
}

const words = {
  not_yours: "",
  not_applied: "Somebody has answered them already.",
  begun: "The group has begun, so nobody can join it any more.",
};
