"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "next/navigation";
import { staff } from "#lib/auth/who.ts";
import { dateWords, timeWords } from "#lib/clock/words.ts";
import { createCohort } from "#lib/cohorts/create.ts";
import { planCohort } from "#lib/cohorts/plan-cohort.ts";
import { cohortSchema } from "#lib/cohorts/schema.ts";

/** With the dates that the typed values lead to, when they were asked for. */
export type CohortAnswer = SubmissionResult & { dates?: { title: string; when: string }[] };

export async function createCohortAction(_: unknown, form: FormData): Promise<CohortAnswer> {
  const actor = await staff();
  const submission = parseWithZod(form, { schema: cohortSchema });
  if (submission.status !== "success") return submission.reply();
  if (form.get("press") === "preview") {
    const sessions = await planCohort(submission.value);
    return { ...submission.reply(), dates: sessions.map(shown) };
  }
  redirect(`/staff/cohorts/${await createCohort(actor, submission.value)}`);
}

function shown({
  title,
  startsLocal,
  minutes,
}: {
  title: string;
  startsLocal: Temporal.PlainDateTime;
  minutes: number;
}) {
  return {
    title,
    when: `${dateWords(startsLocal)}, ${timeWords(startsLocal)} to ${timeWords(startsLocal.add({ minutes }))}`,
  };
}
