"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "next/navigation";
import type { Staff } from "#lib/audit/actor.ts";
import { staff } from "#lib/auth/who.ts";
import { dayWords } from "#lib/clock/words.ts";
import { createCohort } from "#lib/cohorts/create.ts";
import { type PreviewedSession, previewCohort } from "#lib/cohorts/plan-cohort.ts";
import { type CohortInput, cohortSchema } from "#lib/cohorts/schema.ts";
import { clashWords } from "../../_components/clash-words.ts";

/** With the dates that the typed values lead to, when they were asked for. */
export type CohortAnswer = SubmissionResult & {
  preview?: {
    sessions: (Omit<PreviewedSession, "clashes"> & { clashes: string[] })[];
    holidays: { value: string; label: string }[];
    skipped: string[];
  };
};

export async function createCohortAction(_: unknown, form: FormData): Promise<CohortAnswer> {
  const actor = await staff();
  const isPreview = form.get("press") === "preview";
  // They are laid out anew: what stood there before doesn't count.
  if (isPreview) for (const name of [...form.keys()]) if (/^(dates|titles)\[/.test(name)) form.delete(name);
  const submission = parseWithZod(form, { schema: cohortSchema });
  if (submission.status !== "success") return submission.reply();
  if (isPreview) return { ...submission.reply(), preview: await preview(actor, submission.value) };
  redirect(`/staff/cohorts/${await createCohort(actor, submission.value)}`);
}

async function preview(actor: Staff, input: CohortInput): Promise<CohortAnswer["preview"]> {
  const { sessions, holidays } = await previewCohort(actor, input);
  return {
    sessions: sessions.map(({ clashes, ...session }) => ({ ...session, clashes: clashes.map(clashWords) })),
    holidays: holidays.map(({ date, name }) => ({
      value: String(date),
      label: `${dayWords(date)}, ${name}`,
    })),
    skipped: (input.skipDays ?? []).map(String),
  };
}
