"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { staff } from "#lib/auth/who.ts";
import { describeSession } from "#lib/cohorts/describe-session.ts";
import { loadSessionWords } from "#lib/cohorts/load-session.ts";
import { describeSessionSchema } from "#lib/cohorts/session-schema.ts";

export async function describeSessionAction(_: unknown, form: FormData): Promise<SubmissionResult | null> {
  const actor = await staff();
  const submission = parseWithZod(form, { schema: describeSessionSchema });
  if (submission.status !== "success") return submission.reply();
  const session = await loadSessionWords(actor, submission.value.sessionId);
  if (!session) notFound();
  const outcome = await describeSession(actor, submission.value);
  if (!outcome.ok) notFound();
  revalidatePath("/staff", "layout");
  redirect(`/staff/cohorts/${session.cohort.id}/sessions`);
}
